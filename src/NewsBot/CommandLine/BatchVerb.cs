using System.CommandLine;
using NewsBot.Batch;
using NewsBot.Composition;
using NewsBot.Newsroom;
using NewsBot.Opening;
using NewsBot.Requests;

namespace NewsBot.CommandLine;

/// <summary>Provides <c>batch</c>: JSON lines in on standard input, JSON lines out on standard output, in order.</summary>
internal static class BatchVerb
{
    /// <summary>Creates the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var verb = new Command("batch", "Answers JSON lines from standard input, one line of output for each, in order.");
        verb.Examples(
            """echo '{"id":1,"ask":"where was Putin?"}' | newsbot batch""",
            """echo '{"id":2,"search":"drone","top":3,"asOf":"2023-05-03"}' | newsbot batch""",
            """echo '{"id":3,"ground":{"passage":"Two drones were disabled.","statement":"Three drones were disabled."}}' | newsbot batch"""
        );
        frame.Run(
            verb,
            async (_, settings, cancellationToken) =>
            {
                await using var archive = await OpenArchive.OpenAsync(settings, frame.Context.Error, cancellationToken);
                await using var services = archive.Articles.BuildNewsroom(settings, frame.Context.Error);
                var newsroom = services.GetRequiredService<INewsroom>();
                var run = new BatchRun(
                    newsroom,
                    services.GetRequiredService<HostReader>().Rights,
                    frame.Context.Actor,
                    frame.Context.Error
                );
                await run.RunAsync(frame.Context.Input, frame.Context.Output, cancellationToken);
                return ExitCode.Done;
            }
        );
        return verb;
    }
}
