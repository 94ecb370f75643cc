namespace NewsBot.Newsroom.Suggestions;

/// <summary>Specifies what a person is typing.</summary>
public enum SuggestionKind
{
    /// <summary>Words to search for, completed by names and headlines.</summary>
    Query,

    /// <summary>An article: its headline is shown, and its source entered.</summary>
    Article,
}
