using System.Text.RegularExpressions;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Dialogue;

/// <summary>
/// Distinguishes questions from commands and from anything else that people write to a bot, with one grammar for all channels.
/// Deterministic and thread-safe.
/// </summary>
public static partial class DialogueReader
{
    private const double MuchPunctuation = 0.12;
    private const int LeastProgramChars = 20;
    private const int MatchTimeoutMilliseconds = 1000;

    /// <summary>Reads a message. Never fails: anything that is nothing else is a question.</summary>
    /// <param name="message">The message as received, but without the mention of the bot that a channel adds.</param>
    /// <param name="today">The day from which <c>digest yesterday</c> counts.</param>
    public static DialogueAct Read(string message, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (string.IsNullOrWhiteSpace(message))
            return new DialogueAct.Empty();
        if (message.Length > QuestionRequest.MaxChars)
            return new DialogueAct.TooLong(message.Length);
        var (rest, filter, unreadable) = FilterWords.Read(message, today);
        if (unreadable is not null)
            return new DialogueAct.UnreadableFilter(unreadable);
        return filter.IsNone
            ? ReadUnlimited(message, today)
            : ReadUnlimited(rest, today) switch
            {
                DialogueAct.Question question => question with { Filter = filter },
                DialogueAct.Sources sources => sources with { Filter = filter },
                // Other commands have filters of their own, or none.
                _ when ReadUnlimited(message, today) is { } act and not DialogueAct.Question => act,
                var act => act,
            };
    }

    private static DialogueAct ReadUnlimited(string message, DateOnly today)
    {
        var text = CodeBlock().Replace(message, " ").Trim();
        if (!text.Any(char.IsLetterOrDigit))
            return message.Any(char.IsLetterOrDigit) ? new DialogueAct.ProgramText() : new DialogueAct.Wordless();
        return ReadPhrase(text)
            ?? ReadCommand(text, today)
            ?? (IsProgram(text) ? new DialogueAct.ProgramText() : new DialogueAct.Question(WithoutAddress(text)));
    }

    private static DialogueAct? ReadPhrase(string text)
    {
        var bare = Decoration().Replace(text, " ").Trim();
        if (Greeting().IsMatch(bare))
            return new DialogueAct.Greeting();
        if (Thanks().IsMatch(bare))
            return new DialogueAct.Thanks();
        if (Farewell().IsMatch(bare))
            return new DialogueAct.Farewell();
        return Help().IsMatch(bare) ? new DialogueAct.Help() : null;
    }

    private static DialogueAct? ReadCommand(string text, DateOnly today) =>
        CommandReader.Read(text, today)
        ?? (AnyAddress().Match(text) is { Success: true } address ? CommandReader.Read(address.Groups["rest"].Value, today) : null);

    private static string WithoutAddress(string text) =>
        Address().Match(text) is { Success: true } address ? address.Groups["rest"].Value : text;

    private static bool IsProgram(string text)
    {
        var punctuation = text.Count(c =>
            c is '{' or '}' or ';' or '=' or '<' or '>' or '(' or ')' or '[' or ']' or '|' or '\\' or '$' or '_' or '#'
        );
        return text.Length >= LeastProgramChars && punctuation > text.Length * MuchPunctuation && !text.TrimEnd().EndsWith('?');
    }

    [GeneratedRegex("```.*?(```|$)", RegexOptions.Singleline | RegexOptions.CultureInvariant, MatchTimeoutMilliseconds)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"[^\p{L}\p{N}'’/]+", RegexOptions.CultureInvariant, MatchTimeoutMilliseconds)]
    private static partial Regex Decoration();

    [GeneratedRegex(
        "^(hi|hello|hey|hallo|howdy|greetings|hiya|good (morning|afternoon|evening|day))( (there|newsbot|bot|all|team|everyone|folks|again))*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Greeting();

    [GeneratedRegex(
        "^((ok|okay|great|perfect|super|nice|cool|awesome|got it|no) )*(many |much )?(thanks|thank you|thx|ty|cheers|ta|much appreciated|appreciate it|well done|good bot|great job|good job)( (a lot|a million|very much|so much|newsbot|bot|again|all|for that|for your help|for the help|that helps|that helped))*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Thanks();

    [GeneratedRegex(
        "^(bye|goodbye|bye bye|see you|see ya|good night|have a (good|nice|great) (day|evening|night|weekend))( (newsbot|bot|all|later|tomorrow|then))*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Farewell();

    [GeneratedRegex(
        "^/?(help|help me|commands|usage|what can you do|what can i ask( you)?|how do you work|how does (this|it) work|how do i use (this|you|it)|who are you|what are you)( please| newsbot| bot)*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Help();

    // "Hello NewsBot, where was Putin?"
    [GeneratedRegex(
        @"^\s*((@?newsbot|hi|hello|hey|good (morning|afternoon|evening)|please|dear|there|bot)\b[\s,!.:–-]*)+(?<rest>\S+\s+\S.*)$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Address();

    // A command may be a single word, but a question may not: "hello Putin" keeps both words.
    [GeneratedRegex(
        @"^\s*((@?newsbot|hi|hello|hey|good (morning|afternoon|evening)|please|dear|there|bot)\b[\s,!.:–-]*)+(?<rest>\S.*)$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex AnyAddress();
}
