namespace NewsBot.Access;

/// <summary>Reads and writes scopes as people name them.</summary>
internal static class ScopeNames
{
    private static readonly AccessScope[] Scopes = [AccessScope.Ask, AccessScope.Read, AccessScope.Admin];

    /// <summary>Gets the names.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Scopes.Select(NameOf)];

    /// <summary>Returns the names of scopes.</summary>
    public static IReadOnlyList<string> Of(AccessScope scopes) => [.. Scopes.Where(scope => scopes.HasFlag(scope)).Select(NameOf)];

    /// <summary>Returns the names of scopes as the alternatives of a sentence.</summary>
    public static string Write(AccessScope scopes) => string.Join(" or ", Of(scopes));

    /// <summary>Returns the scopes with these names.</summary>
    public static AccessScope Read(IEnumerable<string> names) =>
        names.Aggregate(AccessScope.None, (sum, name) => sum | Scopes.First(scope => NameOf(scope) == name));

    private static string NameOf(AccessScope scope) => scope.ToString().ToLowerInvariant();
}
