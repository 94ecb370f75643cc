using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Digests;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>
/// Provides what digests tell. Implementations are thread-safe; a failing store is an <see cref="Archive.Store.StoreException"/>.
/// </summary>
public interface IDigestNews
{
    /// <summary>Returns the newest point in the order of changes.</summary>
    Task<ArchivePoint> PointAsync(CancellationToken cancellationToken);

    /// <summary>Returns the archive's name for all that led to a change; null when it has none any more.</summary>
    Task<string?> HistoryAsync(long change, CancellationToken cancellationToken);

    /// <summary>Writes the digest of a window.</summary>
    Task<Digest> WriteAsync(DigestRequest request, CancellationToken cancellationToken);

    /// <summary>Returns what has become of reports that were told: see <see cref="DigestCorrections.FindAsync"/>.</summary>
    Task<IReadOnlyList<DigestCorrection>> CorrectionsAsync(
        DigestWindow window,
        IReadOnlySet<string> told,
        Desk? desk,
        CancellationToken cancellationToken
    );
}
