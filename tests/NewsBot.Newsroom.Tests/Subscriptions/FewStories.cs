using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Tests.Subscriptions;

/// <summary>Digests with fewer stories than usual, so that a few articles a day are enough to leave some out.</summary>
internal sealed class FewStories(IDigestNews news) : IDigestNews
{
    public Task<ArchivePoint> PointAsync(CancellationToken cancellationToken) => news.PointAsync(cancellationToken);

    public Task<string?> HistoryAsync(long change, CancellationToken cancellationToken) => news.HistoryAsync(change, cancellationToken);

    public Task<Digest> WriteAsync(DigestRequest request, CancellationToken cancellationToken) =>
        news.WriteAsync(request with { MaxStories = 2 }, cancellationToken);

    public Task<IReadOnlyList<DigestCorrection>> CorrectionsAsync(
        DigestWindow window,
        IReadOnlySet<string> told,
        Desk? desk,
        CancellationToken cancellationToken
    ) => news.CorrectionsAsync(window, told, desk, cancellationToken);
}
