using NewsBot.Archive;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Digests;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Provides what digests tell, from the archive. Thread-safe.</summary>
/// <param name="archive">The archive.</param>
/// <param name="writer">Writes digests.</param>
/// <param name="corrections">Finds what has become of reports.</param>
public sealed class DigestNews(ArticleArchive archive, DigestWriter writer, DigestCorrections corrections) : IDigestNews
{
    /// <inheritdoc />
    public async Task<ArchivePoint> PointAsync(CancellationToken cancellationToken)
    {
        var change = await archive.LastChangeAsync(cancellationToken).ConfigureAwait(false);
        return new ArchivePoint(change, await archive.HistoryAsync(change, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc />
    public Task<string?> HistoryAsync(long change, CancellationToken cancellationToken) => archive.HistoryAsync(change, cancellationToken);

    /// <inheritdoc />
    public async Task<Digest> WriteAsync(DigestRequest request, CancellationToken cancellationToken) =>
        await writer.WriteAsync(request, cancellationToken).ConfigureAwait(false)
        ?? throw new ArgumentException("A digest of the newest day cannot be subscribed to.", nameof(request));

    /// <inheritdoc />
    public Task<IReadOnlyList<DigestCorrection>> CorrectionsAsync(
        DigestWindow window,
        IReadOnlySet<string> told,
        Desk? desk,
        CancellationToken cancellationToken
    ) => corrections.FindAsync(window, told, desk, cancellationToken);
}
