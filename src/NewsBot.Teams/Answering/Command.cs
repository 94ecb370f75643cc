namespace NewsBot.Teams.Answering;

/// <summary>What a person wants.</summary>
internal enum CommandKind
{
    Ask,
    Sources,
    Digest,
    Help,
}

/// <summary>A message, read as a command or as a question.</summary>
internal readonly record struct Command(CommandKind Kind, string Text)
{
    private const string SourcesWord = "sources";

    /// <summary>
    /// <c>help</c> and <c>digest</c> stand alone; <c>sources</c> is followed by the query. A text that ends with a question mark is a question:
    /// "sources close to the mayor said what?" is no command.
    /// </summary>
    public static Command Read(string text)
    {
        var words = text.Trim().TrimStart('/');
        if (words.Length == 0 || Is(words, "help"))
            return new(CommandKind.Help, "");
        if (Is(words, "digest"))
            return new(CommandKind.Digest, "");
        if (Is(words, SourcesWord))
            return new(CommandKind.Sources, "");
        if (words.StartsWith(SourcesWord + " ", StringComparison.OrdinalIgnoreCase) && !words.EndsWith('?'))
            return new(CommandKind.Sources, words[SourcesWord.Length..].Trim());
        return new(CommandKind.Ask, text.Trim());
    }

    private static bool Is(string words, string command) => words.TrimEnd('.', '!', '?', ' ').Equals(command, StringComparison.OrdinalIgnoreCase);
}
