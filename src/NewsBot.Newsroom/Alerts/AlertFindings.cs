using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Alerts;

/// <summary>Represents the articles of the archive that an alert finds. Immutable.</summary>
/// <param name="Topic">The words of the alert, without when it posts.</param>
/// <param name="Articles">The articles, newest first, each with the sentence that matches best.</param>
/// <param name="Citations">The citations of these sentences, numbered from 1.</param>
public sealed record AlertFindings(string Topic, IReadOnlyList<AlertArticle> Articles, IReadOnlyList<Citation> Citations);
