namespace NewsBot.Teams.Rendering;

/// <summary>What the buttons of cards do. The names are on cards that lie in people's chats: they stay.</summary>
internal static class Verbs
{
    /// <summary>Shows the passages behind an answer; data <c>answer</c> is its id.</summary>
    public const string Passages = "passages";

    /// <summary>Searches; data <c>query</c>.</summary>
    public const string Sources = "sources";

    public const string Digest = "digest";
    public const string Help = "help";

    public const string AnswerKey = "answer";
    public const string QueryKey = "query";
}
