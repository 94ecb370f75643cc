namespace NewsBot.Archive.Articles;

/// <summary>Represents limits on a search: days, an outlet, a section. Immutable.</summary>
public sealed record ArticleFilter
{
    /// <summary>Represents the filter that every article passes.</summary>
    public static readonly ArticleFilter None = new();

    /// <summary>
    /// Gets the first day (UTC) of publication, inclusive; null: no first day. An article without a day passes no filter with days.
    /// </summary>
    public DateOnly? From { get; init; }

    /// <summary>Gets the last day (UTC) of publication, inclusive; null: no last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Gets consecutive words of the outlet's name, in any case; null: every outlet.</summary>
    public string? Outlet { get; init; }

    /// <summary>Gets consecutive words of the section's name, in any case; null: every section.</summary>
    public string? Section { get; init; }

    /// <summary>Gets a value indicating whether every article passes.</summary>
    public bool IsNone => this == None;

    /// <summary>Determines whether an article passes.</summary>
    public bool Allows(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return AllowsDay(article.PublishedOn) && AllowsPublisher(OutletName.Known(article), article.Section);
    }

    /// <summary>Determines whether an article of this day (UTC) passes by its day; null: it has none.</summary>
    public bool AllowsDay(DateOnly? day) => (From is null || day >= From) && (To is null || day <= To);

    /// <summary>Determines whether an article passes by its outlet and section; null where it has none.</summary>
    public bool AllowsPublisher(string? outlet, string? section) => Names(outlet, Outlet) && Names(section, Section);

    private static bool Names(string? name, string? wanted) =>
        wanted is null || (name is not null && Words(name).Contains(Words(wanted), StringComparison.OrdinalIgnoreCase));

    // With a space at either end, so that "AP" is not found in "Japan Times".
    private static string Words(string name) =>
        $" {string.Join(' ', string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries))} ";
}
