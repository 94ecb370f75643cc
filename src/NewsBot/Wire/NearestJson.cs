namespace NewsBot.Wire;

/// <summary>Represents a source near a question that the articles do not answer.</summary>
/// <param name="Source">The article's source.</param>
/// <param name="Headline">The article's headline.</param>
/// <param name="Published">Day of publication, or null.</param>
/// <param name="Link">The article's page.</param>
internal sealed record NearestJson(string Source, string Headline, DateOnly? Published, string Link);
