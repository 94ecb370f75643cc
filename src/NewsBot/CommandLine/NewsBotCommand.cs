using System.CommandLine;
using System.CommandLine.Parsing;
using NewsBot.Archive.Store;

namespace NewsBot.CommandLine;

/// <summary>Provides the command line: reads the arguments, runs a verb, and turns a failure into one line and an exit code.</summary>
internal static class NewsBotCommand
{
    /// <summary>Runs one command line to its end.</summary>
    /// <param name="arguments">Without the program's name.</param>
    /// <param name="context">Input, output and the environment of the process.</param>
    /// <param name="cancellationToken">Stops the work cleanly.</param>
    public static async Task<int> RunAsync(string[] arguments, VerbContext context, CancellationToken cancellationToken)
    {
        // A question may begin with @, which would name a file of further arguments.
        var parsed = Build(new VerbFrame(context)).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors is [var error, ..])
        {
            await context.Error.WriteLineAsync(
                $"{error.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Try: {Path(parsed.CommandResult)} --help"
            );
            return ExitCode.WrongUsage;
        }

        try
        {
            using var output = context.OpenText();
            var configuration = new InvocationConfiguration
            {
                Output = output,
                Error = context.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await context.Error.WriteLineAsync("Stopped.");
            return ExitCode.Failed;
        }
        catch (StoreException failure)
        {
            await context.Error.WriteLineAsync(failure.Message.ReplaceLineEndings(" "));
            return ExitCode.Failed;
        }
        catch (Exception failure)
        {
            // The edge of the process: a stack trace does not help a reader.
            await context.Error.WriteLineAsync($"newsbot failed: {failure.Message.ReplaceLineEndings(" ")} ({failure.GetType().Name})");
            return ExitCode.Failed;
        }
    }

    /// <summary>Returns the command as it is typed, such as <c>newsbot feedback list</c>.</summary>
    private static string Path(CommandResult command) =>
        command.Command is RootCommand || command.Parent is not CommandResult parent ? "newsbot" : $"{Path(parent)} {command.Command.Name}";

    private static RootCommand Build(VerbFrame frame)
    {
        var root = new RootCommand(
            "Answers questions with sentences of the newsroom's own articles, and cites the article that each comes from."
        )
        {
            ServeVerb.Create(frame),
            AskVerb.Create(frame),
            SourcesVerb.Create(frame),
            IngestVerb.Create(frame),
            WatchVerb.Create(frame),
            DigestVerb.Create(frame),
            TimelineVerb.Create(frame),
            BatchVerb.Create(frame),
            McpVerb.Create(frame),
            StoriesVerb.Create(frame),
            EvalVerb.Create(frame),
            FeedbackVerb.Create(frame),
            KeyVerbs.Create(frame),
            AuditVerb.Create(frame),
            PersonVerbs.Create(frame),
            StateVerbs.CreateKill(frame),
            StateVerbs.CreateRestore(frame),
            StateVerbs.CreateHistory(frame),
            CheckVerb.Create(frame),
            HealthVerb.Create(frame),
            BackupVerb.Create(frame),
            MigrateVerb.Create(frame),
            VersionVerb.Create(frame),
        };
        root.Options.Add(frame.Data);
        root.Options.Add(frame.Config);
        // Without a verb the host starts, so its options are the program's.
        ServeVerb.Configure(root, frame);
        root.Examples("newsbot", "newsbot ingest articles/", "newsbot ask \"where was Putin?\"");
        return root;
    }
}
