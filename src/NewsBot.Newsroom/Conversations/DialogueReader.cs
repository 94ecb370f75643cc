using System.Text.RegularExpressions;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Conversations;

/// <summary>Tells questions from what else people write to a bot. Deterministic and thread-safe.</summary>
internal static partial class DialogueReader
{
    private const double MuchPunctuation = 0.12;
    private const int LeastCodeChars = 20;

    /// <param name="message">As it came.</param>
    /// <returns>The act, and what is asked for: the question without greeting and code, or the words to look for.</returns>
    public static (DialogueAct Act, string Text) Read(string message)
    {
        if (string.IsNullOrWhiteSpace(message)) return (DialogueAct.Empty, "");
        if (message.Length > QuestionRequest.MaxChars) return (DialogueAct.TooLong, "");
        var text = CodeBlock().Replace(message, " ").Trim();
        if (!text.Any(char.IsLetterOrDigit)) return (message.Any(char.IsLetterOrDigit) ? DialogueAct.Code : DialogueAct.Wordless, "");
        var bare = Decoration().Replace(text, " ").Trim().ToLowerInvariant();
        if (Greeting().IsMatch(bare)) return (DialogueAct.Greeting, "");
        if (Thanks().IsMatch(bare)) return (DialogueAct.Thanks, "");
        if (Farewell().IsMatch(bare)) return (DialogueAct.Farewell, "");
        if (Help().IsMatch(bare)) return (DialogueAct.Help, "");
        if (Digest().IsMatch(bare)) return (DialogueAct.Digest, "");
        if (Sources().Match(text) is { Success: true } sources) return (DialogueAct.Sources, sources.Groups["query"].Value);
        if (IsCode(text)) return (DialogueAct.Code, "");
        return (DialogueAct.Question, Address().Match(text) is { Success: true } address ? address.Groups["rest"].Value : text);
    }

    private static bool IsCode(string text)
    {
        var punctuation = text.Count(c => c is '{' or '}' or ';' or '=' or '<' or '>' or '(' or ')' or '[' or ']' or '|' or '\\' or '$' or '_' or '#');
        return text.Length >= LeastCodeChars && punctuation > text.Length * MuchPunctuation && !text.TrimEnd().EndsWith('?');
    }

    [GeneratedRegex("```.*?(```|$)", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"[^\p{L}\p{N}'’/]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Decoration();

    [GeneratedRegex("^(hi|hello|hey|hallo|howdy|greetings|hiya|good (morning|afternoon|evening|day))( (there|newsbot|bot|all|team|everyone|folks|again))*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Greeting();

    [GeneratedRegex("^((ok|okay|great|perfect|super|nice|cool|awesome|got it|no) )*(many |much )?(thanks|thank you|thx|ty|cheers|ta|much appreciated|appreciate it|well done|good bot|great job|good job)( (a lot|a million|very much|so much|newsbot|bot|again|all|for that|for your help|for the help|that helps|that helped))*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Thanks();

    [GeneratedRegex("^(bye|goodbye|bye bye|see you|see ya|good night|have a (good|nice|great) (day|evening|night|weekend))( (newsbot|bot|all|later|tomorrow|then))*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Farewell();

    [GeneratedRegex("^/?(help|help me|commands|usage|what can you do|what can i ask( you)?|how do you work|how does (this|it) work|how do i use (this|you|it)|who are you|what are you)( please| newsbot| bot)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Help();

    [GeneratedRegex("^/?((give me |show me |show |send me )?(the |a |today's |todays |today’s |yesterday's )?(daily |news )?digest( (please|for today|of today|today|of the day))*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Digest();

    [GeneratedRegex(@"^\s*/?(sources?|search)(\s*:\s*|\s+(for|on|about)\s+|\s+)(?<query>[^?]{1,200})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sources();

    // "Hello NewsBot, where was Putin?"
    [GeneratedRegex(@"^\s*((@?newsbot|hi|hello|hey|good (morning|afternoon|evening)|please|dear|there|bot)\b[\s,!.:–-]*)+(?<rest>\S+\s+\S.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();
}
