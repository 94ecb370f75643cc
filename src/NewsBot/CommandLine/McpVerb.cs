using System.CommandLine;
using NewsBot.Composition;
using NewsBot.Mcp;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Audit;
using NewsBot.Opening;
using NewsBot.Requests;

namespace NewsBot.CommandLine;

/// <summary>Provides <c>mcp</c>: the Model Context Protocol on standard input and output, for assistants that start programs.</summary>
internal static class McpVerb
{
    /// <summary>Creates the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var verb = new Command("mcp", "Serves the archive to assistants over the Model Context Protocol, on standard input and output.");
        verb.Examples("newsbot mcp --data /var/lib/newsbot");
        frame.Run(
            verb,
            async (_, settings, cancellationToken) =>
            {
                await using var archive = await OpenArchive.OpenAsync(settings, frame.Context.Error, cancellationToken);
                await using var services = archive.Articles.BuildNewsroom(settings, frame.Context.Error);
                await McpServices.ServeAsync(
                    services.GetRequiredService<INewsroom>(),
                    services.GetRequiredService<HostReader>(),
                    TimeProvider.System,
                    frame.Context.UserName,
                    services.GetService<AuditLog>(),
                    frame.Context.Input,
                    frame.Context.Output,
                    cancellationToken
                );
                return ExitCode.Done;
            }
        );
        return verb;
    }
}
