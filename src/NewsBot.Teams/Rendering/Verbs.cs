namespace NewsBot.Teams.Rendering;

/// <summary>Specifies the actions of card buttons. Cards in people's chats contain the names, so they never change.</summary>
internal static class Verbs
{
    /// <summary>Specifies the passages behind an answer; data <c>answer</c> is its id.</summary>
    public const string Passages = "passages";

    /// <summary>Specifies a search; data <c>query</c>.</summary>
    public const string Sources = "sources";

    /// <summary>Specifies to follow a story; data <c>source</c> is the source of one of its articles.</summary>
    public const string Follow = "follow";

    public const string Digest = "digest";
    public const string Help = "help";

    public const string AnswerKey = "answer";
    public const string QueryKey = "query";
    public const string SourceKey = "source";
}
