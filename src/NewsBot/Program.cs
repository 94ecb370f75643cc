using NewsBot.CommandLine;

using var signals = new StopSignals();
return await NewsBotCommand.RunAsync(args, Surroundings.OfProcess(), signals.Token);
