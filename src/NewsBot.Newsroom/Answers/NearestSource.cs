namespace NewsBot.Newsroom.Answers;

/// <summary>A source near a question that it does not answer.</summary>
/// <param name="Source">The article's source.</param>
/// <param name="Headline">The article's headline.</param>
/// <param name="Published">Day of publication (UTC), or null.</param>
/// <param name="Link">The article's page.</param>
public sealed record NearestSource(string Source, string Headline, DateOnly? Published, string Link)
{
    /// <summary>Gets who published the article, or null.</summary>
    public string? Outlet { get; init; }
}
