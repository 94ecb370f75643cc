using System.Globalization;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Teams.Turns;

/// <summary>What a person wants.</summary>
internal enum CommandKind
{
    Ask,
    Sources,
    Digest,
    Subscriptions,
    Timeline,
    Help,
}

/// <summary>A message, read as a command or as a question.</summary>
internal readonly record struct Command(CommandKind Kind, string Text)
{
    private const string SourcesWord = "sources";
    private const string DigestWord = "digest";
    private const string TimelineWord = "timeline";

    /// <summary>
    /// <c>help</c> and <c>digest</c> stand alone; <c>sources</c> is followed by the query. A text that ends with a question mark is a question:
    /// "sources close to the mayor said what?" is no command.
    /// </summary>
    public static Command Read(string text)
    {
        var words = text.Trim().TrimStart('/');
        if (words.Length == 0 || Is(words, "help"))
            return new(CommandKind.Help, "");
        if (Is(words, DigestWord))
            return new(CommandKind.Digest, "");
        if (After(words, DigestWord) is { } wanted && (SubscriptionCommands.Understands(wanted) || DateOnly.TryParseExact(wanted, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)))
            return new(SubscriptionCommands.Understands(wanted) ? CommandKind.Subscriptions : CommandKind.Digest, wanted);
        if (Is(words, TimelineWord))
            return new(CommandKind.Timeline, "");
        if (After(words, TimelineWord) is { } topic && !words.EndsWith('?'))
            return new(CommandKind.Timeline, topic);
        if (Is(words, SourcesWord))
            return new(CommandKind.Sources, "");
        if (words.StartsWith(SourcesWord + " ", StringComparison.OrdinalIgnoreCase) && !words.EndsWith('?'))
            return new(CommandKind.Sources, words[SourcesWord.Length..].Trim());
        return new(CommandKind.Ask, text.Trim());
    }

    private static string? After(string words, string command) =>
        words.StartsWith(command + " ", StringComparison.OrdinalIgnoreCase) ? words[command.Length..].Trim() : null;

    private static bool Is(string words, string command) => words.TrimEnd('.', '!', '?', ' ').Equals(command, StringComparison.OrdinalIgnoreCase);
}
