namespace NewsBot.Archive.Writing;

/// <summary>Represents a name by which versions of an item are found.</summary>
/// <param name="Hash">The hash of the name.</param>
/// <param name="Owners">The ids of the articles that have it.</param>
/// <param name="Claims">The ids of the articles that say that they replace an article with it.</param>
/// <param name="IsCrowded">Whether too many share it for it to identify an item; it then has no ids.</param>
internal sealed record SharedName(long Hash, IReadOnlyCollection<long> Owners, IReadOnlyCollection<long> Claims, bool IsCrowded = false)
{
    /// <summary>Gets a value indicating whether no article has it any more.</summary>
    public bool IsUnused => !IsCrowded && Owners.Count + Claims.Count == 0;
}
