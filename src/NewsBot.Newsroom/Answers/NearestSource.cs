namespace NewsBot.Newsroom.Answers;

/// <summary>Represents a source close to a question that it does not answer.</summary>
/// <param name="Source">The article's source.</param>
/// <param name="Headline">The article's headline.</param>
/// <param name="Published">The day of publication (UTC); null if unknown.</param>
/// <param name="Link">The address of the article's page.</param>
public sealed record NearestSource(string Source, string Headline, DateOnly? Published, string Link)
{
    /// <summary>Gets the outlet that published the article; null if unknown.</summary>
    public string? Outlet { get; init; }
}
