using System.CommandLine;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using NewsBot.Connections;
using NewsBot.Delivering;
using NewsBot.Embedding;
using NewsBot.Http;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Questions;
using NewsBot.Opening;
using NewsBot.Settings;
using NewsBot.Text;
using NewsBot.Webhooks;

namespace NewsBot.CommandLine;

/// <summary>Provides <c>serve [--urls URL]</c>, also without a verb: the host.</summary>
internal static class ServeVerb
{
    /// <summary>Specifies how long running requests have to finish when the host stops.</summary>
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(3);

    // Asked by the host itself, so that the first reader does not wait for code to compile and word lists to load: half a second
    // on a small machine.
    private const string FirstQuestion = "What did the president say on Wednesday, where was he, and how many people died?";

    /// <summary>Creates the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var verb = new Command("serve", "Starts the host: chat page, API and health (default).");
        Configure(verb, frame);
        verb.Examples("newsbot serve", "newsbot serve --urls http://127.0.0.1:8080 --data /var/lib/newsbot");
        return verb;
    }

    /// <summary>Adds the verb's options and work to a command.</summary>
    public static void Configure(Command command, VerbFrame frame)
    {
        var urls = new Option<string>("--urls")
        {
            Description = $"Where to listen; separate several addresses with semicolons [default: {NewsBotSettings.DefaultUrl}]",
            HelpName = "URL",
        };
        command.Options.Add(urls);
        frame.Run(command, (_, settings, cancellationToken) => ServeAsync(frame.Context, settings, cancellationToken), ("Urls", urls));
    }

    private static async Task<int> ServeAsync(VerbContext context, NewsBotSettings settings, CancellationToken cancellationToken)
    {
        if (await OpenStart.CheckAsync(settings, cancellationToken) is { } problem)
        {
            await context.Error.WriteLineAsync(problem.ToString());
            return ExitCode.WrongUsage;
        }

        await using var archive = await OpenArchive.OpenAsync(settings, context.Error, cancellationToken);
        var builder = WebHost.CreateBuilder(settings, archive.Articles);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Drain);
        builder.Services.AddWebhooks(settings);
        builder.Services.AddDigestDelivery();
        builder.Services.AddConnectionChecks(settings);
        if (archive.Embeddings is { } embeddings)
            builder.Services.AddEmbedding(embeddings, settings.Model.EmbeddingName!);
        await using var host = WebHost.Build(builder);
        try
        {
            await host.StartAsync(cancellationToken);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            await context.Error.WriteLineAsync(
                $"{string.Join(" or ", settings.Urls)} is in use by another program: stop it, or choose another address with --urls."
            );
            return ExitCode.Failed;
        }
        catch (SocketException error)
        {
            await context.Error.WriteLineAsync(
                $"Cannot listen on {string.Join(" and ", settings.Urls)} ({error.SocketErrorCode}): choose another address with --urls."
            );
            return ExitCode.Failed;
        }

        var articles = await archive.Articles.CountAsync(cancellationToken);
        await context.Error.WriteLineAsync(
            $"NewsBot listens on {string.Join(" and ", host.Urls)} with {PlainText.Count(articles, "article")}. Ctrl-C stops it."
        );
        if (OpenStart.Warning(settings) is { } warning)
            await context.Error.WriteLineAsync(warning);
        await context.Error.WriteLineAsync($"Runs with {RunsWith.Line(settings)}");
        Task warmUp = host
            .Services.GetRequiredService<INewsroom>()
            .AskAsync(
                new QuestionRequest
                {
                    Text = FirstQuestion,
                    WithoutModel = true,
                    Desk = null,
                },
                cancellationToken
            );
        await host.WaitForShutdownAsync(cancellationToken);
        await warmUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ExitCode.Done;
    }
}
