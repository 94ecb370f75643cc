namespace NewsBot.Archive.Catalogue;

/// <summary>Represents an article that readers see, without its text. Immutable.</summary>
/// <param name="Source">The article's source.</param>
/// <param name="Shown">The number of the change since which readers see it in its present content.</param>
/// <param name="IsCorrected">Whether it corrects an earlier version.</param>
public sealed record CataloguedArticle(string Source, long Shown, bool IsCorrected)
{
    /// <summary>Gets the day of publication (UTC); null when unknown.</summary>
    public required DateOnly? Day { get; init; }

    /// <summary>
    /// Gets the later of its publication and the end of its embargo (UTC), midnight where only the day is known; null when neither is.
    /// </summary>
    public required DateTimeOffset? ReadableFrom { get; init; }
}
