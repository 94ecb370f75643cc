using NewsBot.Archive;
using NewsBot.Archive.Embedding;
using NewsBot.Archive.Store;
using NewsBot.Arriving;
using NewsBot.Connections;
using NewsBot.Newsroom.Audit;
using NewsBot.Pages;
using NewsBot.Semantics;
using NewsBot.Settings;
using NewsBot.Staff;
using NewsBot.Telemetry;
using NewsBot.Text;

namespace NewsBot.Administration;

/// <summary>Shows staff the state of each part of the host. Thread-safe.</summary>
internal sealed class OverviewPage(
    StaffGate gate,
    NewsBotSettings settings,
    ArticleArchive archive,
    ReadingModelLoader readingModel,
    ArrivalStates arrivals,
    HostProblems problems,
    AuditLog audit,
    TimeProvider time
)
{
    private static readonly TimeSpan StoreTimeout = TimeSpan.FromSeconds(2);

    private readonly DateTimeOffset started = time.GetUtcNow();

    /// <summary>Shows the page.</summary>
    public RequestDelegate Show => gate.Page(ShowAsync);

    private async Task ShowAsync(HttpContext context) =>
        await PageResponse.WriteAsync<OverviewView>(
            context,
            new()
            {
                [nameof(OverviewView.Parts)] = await PartsAsync(context),
                [nameof(OverviewView.Problems)] = problems.All,
                [nameof(OverviewView.Arrivals)] = Places().ToArray(),
            }
        );

    private async Task<IReadOnlyList<(string Part, string State)>> PartsAsync(HttpContext context) =>
        [
            ("NewsBot", $"version {ProductVersion.Number}, running since {ItemText.Show(started)}"),
            ("Articles", await ArticlesAsync(context.RequestAborted)),
            ("Index", IndexText()),
            ("Disk", DiskSpace.FreeAt(settings.DataDirectory) is { } free ? $"{AdminText.Bytes(free)} free" : "free space not known"),
            ("Reading model", ReadingModelText()),
            ("Language model", settings.Model is { Endpoint: not null, Name: { } name } ? name : "none: answers are extractive"),
            .. EmbeddingText(context) is { } vectors ? new[] { ("Embeddings", vectors) } : [],
            ("Teams", settings.Teams.AppId is null ? "local development only: Teams:AppId is not set" : "on"),
            (
                "Discord",
                settings.Discord.IsOn
                    ? $"on, over {settings.Discord.Mode switch { Discord.Options.DiscordMode.Http => "HTTP", _ => "the gateway" }}"
                    : "off"
            ),
            ("Webhooks", settings.Webhooks.Count == 0 ? "none" : AdminText.Of(settings.Webhooks.Count)),
            ("Audit log", AuditText()),
        ];

    private async Task<string> ArticlesAsync(CancellationToken cancellationToken)
    {
        try
        {
            var count = await archive.CountAsync(cancellationToken).WaitAsync(StoreTimeout, time, cancellationToken);
            return $"{AdminText.Of(count)} that readers may see";
        }
        catch (Exception failure) when (failure is StoreException or TimeoutException)
        {
            return "the store does not answer; see the log";
        }
    }

    private string IndexText()
    {
        var lag = archive.Lag;
        var state = lag.Changes == 0 ? "up to date" : $"{AdminText.Of(lag.Changes)} changes behind, the oldest for {AdminText.Of(lag.Age)}";
        return $"{state}, as of change {AdminText.Of(lag.Applied)}";
    }

    private string ReadingModelText() =>
        !settings.Answers.ReadingModel ? "off: answers are found by words"
        : readingModel.Current is not { } loaded ? "loading"
        : loaded.Model is null ? "not loaded; see the log"
        : "loaded";

    private static string? EmbeddingText(HttpContext context) =>
        context.RequestServices.GetService<PassageEmbeddings>()?.Progress is { } progress
            ? $"{AdminText.Of(progress.Embedded)} of {AdminText.Of(progress.Passages)} passages"
                + (progress.Failure is { } failure ? $"; {failure}" : "")
            : null;

    private string AuditText() =>
        settings.Audit.Days == 0
            ? "off: Audit:Days is 0"
            : $"kept for {settings.Audit.Days} days"
                + (audit.Dropped > 0 ? $"; {AdminText.Of(audit.Dropped)} entries lost since the start" : "");

    private IEnumerable<(string Place, IReadOnlyList<string> Facts, string? Problem)> Places()
    {
        var known = arrivals.All.ToDictionary(state => state.Place, StringComparer.Ordinal);
        return settings
            .Ingest.Watch.Concat(settings.Ingest.Feeds.Select(feed => feed.Url.GetLeftPart(UriPartial.Path)))
            .Distinct(StringComparer.Ordinal)
            .Select(place =>
                known.TryGetValue(place, out var state) ? (place, FactsOf(state), state.Problem) : (place, ["not looked at yet"], null)
            );
    }

    private static IReadOnlyList<string> FactsOf(ArrivalState state) =>
        [
            $"last looked at {ItemText.Show(state.Looked)}",
            state.Arrived is { } arrived ? $"last arrival {ItemText.Show(arrived)}" : "nothing arrived since the start",
            $"{AdminText.Of(state.Added)} added",
            $"{AdminText.Of(state.Replaced)} replaced",
            $"{AdminText.Of(state.Withdrawn)} withdrawn",
            $"{AdminText.Of(state.Rejected)} rejected",
        ];
}
