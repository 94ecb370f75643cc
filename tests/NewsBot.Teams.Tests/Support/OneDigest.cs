using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Teams.Tests.Support;

/// <summary>The same digest, whatever is asked for.</summary>
internal sealed class OneDigest(Digest digest) : IDigestNews
{
    public Task<ArchivePoint> PointAsync(CancellationToken cancellationToken) => Task.FromResult(new ArchivePoint(0, null));

    public Task<string?> HistoryAsync(long change, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public Task<Digest> WriteAsync(DigestRequest request, CancellationToken cancellationToken) => Task.FromResult(digest);

    public Task<IReadOnlyList<DigestCorrection>> CorrectionsAsync(
        DigestWindow window,
        IReadOnlySet<string> told,
        Desk? desk,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<DigestCorrection>>([]);
}
