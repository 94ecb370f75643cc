using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Tests.Subscriptions;

/// <summary>An archive of which only the newest change matters, and digests without stories.</summary>
internal sealed class ScriptedNews(Func<DigestRequest, Digest>? write = null) : IDigestNews
{
    public ArchivePoint Point { get; set; } = new(0, "one");

    /// <summary>What a digest tells, apart from corrections.</summary>
    public IReadOnlyList<DigestSource> Told { get; set; } = [];

    /// <summary>What corrections were looked for, and of what was told.</summary>
    public List<IReadOnlySet<string>> LookedFor { get; } = [];

    /// <summary>What has become of what was told.</summary>
    public IReadOnlyList<DigestCorrection> Corrections { get; set; } = [];

    public Task<ArchivePoint> PointAsync(CancellationToken cancellationToken) => Task.FromResult(Point);

    public Task<string?> HistoryAsync(long change, CancellationToken cancellationToken) => Task.FromResult(Point.History);

    public Task<Digest> WriteAsync(DigestRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(write?.Invoke(request) ?? Empty(request) with { Stories = Told.Count == 0 ? [] : [Story()] });

    public Task<IReadOnlyList<DigestCorrection>> CorrectionsAsync(
        DigestWindow window,
        IReadOnlySet<string> told,
        Desk? desk,
        CancellationToken cancellationToken
    )
    {
        lock (LookedFor)
            LookedFor.Add(told);
        return Task.FromResult(Corrections);
    }

    public static Digest Empty(DigestRequest request) =>
        new()
        {
            Date = DateOnly.FromDateTime(request.Window!.To.UtcDateTime),
            Window = request.Window,
            Articles = 0,
            Stories = [],
            Citations = [],
        };

    private DigestStory Story() =>
        new()
        {
            Headline = "h",
            Outlets = [],
            Articles = Told.Count,
            Copies = 0,
            First = default,
            EarlierArticles = 0,
            Statements = [],
            New = [],
            Disagreements = [],
            Sources = Told,
        };
}
