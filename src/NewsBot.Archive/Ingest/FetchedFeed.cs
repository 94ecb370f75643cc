namespace NewsBot.Archive.Ingest;

/// <summary>Represents a feed as a server sent it: RSS, Atom or JSON Feed.</summary>
/// <param name="Address">The address; its query is never shown, since it may contain a key.</param>
/// <param name="Content">All of its bytes, uncompressed.</param>
/// <param name="Outlet">The outlet; null: as the feed itself says.</param>
public sealed record FetchedFeed(Uri Address, ReadOnlyMemory<byte> Content, string? Outlet)
{
    /// <summary>Gets the address as it may be shown.</summary>
    public string ShownAddress => Address.GetLeftPart(UriPartial.Path);
}
