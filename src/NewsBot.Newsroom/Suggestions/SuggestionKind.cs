namespace NewsBot.Newsroom.Suggestions;

/// <summary>What a person is typing.</summary>
public enum SuggestionKind
{
    /// <summary>Words to look for: names and headlines complete them.</summary>
    Query,

    /// <summary>An article: its headline is shown, its source is entered.</summary>
    Article,
}
