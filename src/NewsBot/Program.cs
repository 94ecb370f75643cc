using NewsBot.CommandLine;

using var signals = new StopSignals();
return await NewsBotCommand.RunAsync(args, VerbContext.OfProcess(), signals.Token);
