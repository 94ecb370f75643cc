using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Alerts;

/// <summary>Represents what an alert has found, on its way to a conversation. Immutable.</summary>
public sealed record AlertPost : ChannelPost
{
    /// <summary>Gets the words, the question or the headline that the alert is about.</summary>
    public required string Topic { get; init; }

    /// <summary>Gets what the alert looks for.</summary>
    public required AlertForm Form { get; init; }

    /// <summary>Gets the alert's number in the conversation's list, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Gets a value indicating whether this is what was found while the alert was paused or muted.</summary>
    public bool IsCatchUp { get; init; }

    /// <summary>Gets the stories with their articles.</summary>
    public required IReadOnlyList<AlertStory> Stories { get; init; }

    /// <summary>Gets what has become of articles that earlier posts told.</summary>
    public required IReadOnlyList<DigestCorrection> Corrected { get; init; }

    /// <summary>Gets the citations of all sentences, numbered from 1.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>Gets the articles that there was no room for.</summary>
    public required IReadOnlyList<AlertArticle> Others { get; init; }

    /// <summary>Gets the sources of all articles shown: the post is taken back if one of them is withdrawn.</summary>
    public IReadOnlyList<string> Sources =>
        [
            .. Stories
                .SelectMany(story => story.Articles)
                .Concat(Others)
                .Select(article => article.Source)
                .Concat(Citations.Select(citation => citation.Source))
                .Concat(Corrected.Where(correction => !correction.IsWithdrawn).Select(correction => correction.Source))
                .Distinct(StringComparer.Ordinal),
        ];
}
