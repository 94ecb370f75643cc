namespace NewsBot.Archive.Ingest;

/// <summary>Represents a feed as a server sent it: RSS, Atom or a JSON Feed.</summary>
/// <param name="Address">Where it is; its query is never shown, for it may hold a key.</param>
/// <param name="Content">The whole of it, not compressed.</param>
/// <param name="Outlet">Who publishes it; null: as the feed itself says.</param>
public sealed record FetchedFeed(Uri Address, ReadOnlyMemory<byte> Content, string? Outlet)
{
    /// <summary>Gets the address as it may be shown.</summary>
    public string ShownAddress => Address.GetLeftPart(UriPartial.Path);
}
