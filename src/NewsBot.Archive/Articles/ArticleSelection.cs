namespace NewsBot.Archive.Articles;

/// <summary>Represents the articles of certain sections, outlets and folders. Immutable and thread-safe; compared by reference.</summary>
public sealed class ArticleSelection
{
    /// <summary>Gets the selection that no article belongs to.</summary>
    public static ArticleSelection Nothing { get; } = new() { Folders = ["\0"] };

    /// <summary>Gets the sections, regardless of case; if empty, all sections, and articles without one.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>Gets the outlets as <see cref="OutletName.Of"/> names them, regardless of case; if empty, all outlets.</summary>
    public IReadOnlyList<string> Outlets { get; init; } = [];

    /// <summary>Gets the folders that sources begin with, such as <c>wire/sport</c>; if empty, all sources.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Gets the only sources of the selection; null for all.</summary>
    public IReadOnlySet<string>? Sources { get; init; }

    /// <summary>Gets a selection that articles must belong to as well; null for none.</summary>
    public ArticleSelection? Within { get; init; }

    /// <summary>
    /// Gets its limits as a text, in which selections with different limits differ; the same in every process. Names are percent-encoded.
    /// </summary>
    public string Definition =>
        $"sections={List(Sections)}&outlets={List(Outlets)}&folders={List(Folders)}"
        + (Sources is null ? "" : $"&sources={List(Sources.Order(StringComparer.Ordinal))}")
        + (Within is null ? "" : $"&within=({Within.Definition})");

    /// <summary>Determines whether an article belongs to the selection.</summary>
    public bool Contains(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Contains(article.Source, OutletName.Known(article), article.Section);
    }

    /// <summary>Determines whether an article with this source, outlet and section belongs to the selection.</summary>
    public bool Contains(string source, string? outlet, string? section) =>
        Sources?.Contains(source) != false
        && IsOneOf(Sections, section)
        && IsOneOf(Outlets, outlet ?? source)
        && IsBelow(Folders, source)
        && Within?.Contains(source, outlet, section) != false;

    private static string List(IEnumerable<string> names) => string.Join(',', names.Select(Uri.EscapeDataString));

    private static bool IsOneOf(IReadOnlyList<string> names, string? name) =>
        names.Count == 0 || (name is not null && names.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static bool IsBelow(IReadOnlyList<string> folders, string source) =>
        folders.Count == 0
        || folders.Any(folder =>
            source.Replace('\\', '/').StartsWith($"{folder.Replace('\\', '/').TrimEnd('/')}/", StringComparison.Ordinal)
        );
}
