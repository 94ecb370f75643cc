using System.Text.RegularExpressions;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Dialogue;

/// <summary>
/// Reads <c>sources …</c>, <c>check: …</c>, <c>digest …</c>, <c>timeline …</c>, <c>desk …</c> and <c>subscribe …</c>, each with or
/// without a leading slash.
/// </summary>
internal static partial class CommandReader
{
    private const int MatchTimeoutMilliseconds = 1000;

    /// <summary>
    /// Reads a command; null if the text is not one. Text with a question mark at its end is not a command for sources, a timeline or a
    /// subscription: "sources close to him said what?" is a question.
    /// </summary>
    public static DialogueAct? Read(string text, DateOnly today)
    {
        var words = text.Trim().TrimStart('/').TrimEnd('.', '!', '?', ' ').Trim();
        if (ReadDigest(words, today) is { } digest)
            return digest;
        if (Passages().IsMatch(words))
            return new DialogueAct.Passages();
        if (ReadAlert(words, text.TrimEnd().EndsWith('?')) is { } alert)
            return alert;
        if (Check().Match(text.Trim()) is { Success: true } check)
            return new DialogueAct.Check(check.Groups["text"].Value.Trim());
        if (text.TrimEnd().EndsWith('?'))
            return null;
        if (Sources().Match(text.Trim()) is { Success: true } sources)
            return new DialogueAct.Sources(sources.Groups["query"].Value.Trim());
        if (Timeline().Match(words) is { Success: true } timeline)
            return new DialogueAct.Timeline(timeline.Groups["topic"].Value.Trim());
        if (Desk().Match(words) is { Success: true } desk)
            return new DialogueAct.Desk(DeskOrder.Read(desk.Groups["rest"].Value));
        if (ReadSubscription(words) is { } subscription)
            return subscription;
        return SubscribeToOther().Match(words) is { Success: true } other
            ? new DialogueAct.Alert($"{AlertVerbs.Add} {other.Groups["what"].Value}")
            : null;
    }

    private static DialogueAct.Alert? ReadAlert(string words, bool asks)
    {
        if (Follow().Match(words) is { Success: true } follow)
            return new DialogueAct.Alert($"{AlertVerbs.Follow} {follow.Groups["number"].Value}");
        if (!asks && FollowThis().IsMatch(words))
            return new DialogueAct.Alert(AlertVerbs.Follow);
        // The question that an alert waits for may end in a question mark; other words then are a question themselves.
        var what =
            Answer().Match(words) is { Success: true } answer ? answer.Groups["what"].Value
            : Alert().Match(words) is { Success: true } alert ? alert.Groups["what"].Value
            : !asks && AlertOf().Match(words) is { Success: true } bare ? bare.Groups["what"].Value
            : null;
        what = what?.Trim();
        if (what is null || AlertVerbs.Manage(what.ToLowerInvariant()))
            return what is null ? null : new DialogueAct.Alert(what.ToLowerInvariant());
        return new DialogueAct.Alert(what.Length == 0 ? (words.EndsWith('s') ? "list" : "") : $"{AlertVerbs.Add} {what}");
    }

    private static DialogueAct? ReadDigest(string words, DateOnly today)
    {
        if (Digest().Match(words) is not { Success: true } digest)
            return null;
        var rest = digest.Groups["rest"].Value;
        if (digest.Groups["day"] is { Success: true } before)
            return rest.Length > 0 ? null : new DialogueAct.Digest(DayReader.Read(before.Value, today));
        if (rest.Length == 0 || OfTheDay().IsMatch(rest))
            return new DialogueAct.Digest(null);
        if (DayReader.Read(rest, today) is { } day)
            return new DialogueAct.Digest(day);
        return digest.Groups["polite"].Value.Length == 0 && SubscriptionCommands.Understands(rest)
            ? new DialogueAct.Subscription(rest)
            : null;
    }

    private static DialogueAct.Subscription? ReadSubscription(string words)
    {
        if (Subscriptions().IsMatch(words))
            return new("list");
        if (Subscribe().Match(words) is { Success: true } subscribe)
            return new($"subscribe {subscribe.Groups["schedule"].Value}".TrimEnd());
        // "Stop" begins other sentences too.
        return Unsubscribe().Match(words) is { Success: true } unsubscribe && (words[0] is 'u' or 'U' || unsubscribe.Groups["what"].Success)
            ? new($"unsubscribe {unsubscribe.Groups["which"].Value}".TrimEnd())
            : null;
    }

    [GeneratedRegex(
        @"^(?<polite>((give|show|send|get)( me| us)? )?((the|a|an|my|our) )?)((?<day>today|yesterday)(['’]?s)? |(latest|newest) )?((daily|news|morning) )*digest(\s*:)?(\s+((of|for|from|on)\s+)?(?<rest>.+?))??([\s,]+please)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Digest();

    [GeneratedRegex("^(the day|latest|newest|now)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeoutMilliseconds)]
    private static partial Regex OfTheDay();

    // The colon is required before a text: "check" begins other sentences too.
    [GeneratedRegex(
        @"^/?(fact[- ]?)?check(\s+(this|against (the )?(sources|articles|archive)))?\s*(:\s*(?<text>.*)|)$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Check();

    // Longer ones are sentences: "Sources in the ministry said on Wednesday that …".
    [GeneratedRegex(
        @"^/?(sources?|search)((\s*:\s*|\s+(for|on|about)\s+|\s+)(?<query>[^?]{1,200}))?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Sources();

    [GeneratedRegex(
        @"^((give|show|send|get)( me| us)? )?((the|a) )?timeline((\s*:\s*|\s+(of|for|on|about)\s+|\s+)(?<topic>.+))?$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Timeline();

    [GeneratedRegex(
        @"^desks?(\s+(?<rest>(show|list|set|clear)\b.*))?$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Desk();

    [GeneratedRegex(
        "^((list|show|what are) )?((my|our|the|all) )?subscriptions$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Subscriptions();

    // Only alone, with "to" a digest, or with a time: "subscribe" begins other sentences too.
    [GeneratedRegex(
        @"^subscribe( me| us)?($|\s+to\s+((the|a) )?((daily|news|morning) )*(digests?|news)\b|(?=\s+(at\s+)?\d{1,2}[:.]\d{2}\b))[\s,]*(at\s+)?(?<schedule>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Subscribe();

    [GeneratedRegex(
        @"^(unsubscribe( me| us)?(\s+from)?|stop)\b(\s+(the|all|my|our|this|it|here|everything)\b)?(\s+(daily|news|morning))*(?<what>\s+(digests?|subscriptions?))?(\s+(number|no\.?|#))?\s*(?<which>.*?)([\s,]*\bplease)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Unsubscribe();

    [GeneratedRegex(
        "^((show|give)( me| us)? )?((the|its|your) )?passages( (behind|of|for|to) (it|this|that|(the|this|that|your) answer))?([\\s,]+please)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Passages();

    // "Tell me when" and "let me know if" begin questions too.
    [GeneratedRegex(
        @"^((can|could|will|would) you (please )?)?((alert|notify|ping|warn) (me|us)\b\s*((when|whenever|if|of|for|on|about)\b)?(?<what>.*)|(set|create|add|make)( up)? (an? |the |my )?(news )?(alerts?|notifications?)\b\s*((when|whenever|if|as|for|on|about)\b(?<what>.*))?|(list |show )?((my|our|the|all) )?alerts?|alerts?\s+(when|whenever|if)\b(?<what>.*))$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Alert();

    [GeneratedRegex(
        @"^((can|could|will|would) you (please )?)?((alert|notify|tell|ping|warn) (me|us)|let (me|us) know|alert) (?<what>((when|whenever|once|if|as soon as) )there(['’]s| is)( finally)? an answer to\b.*)$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Answer();

    [GeneratedRegex(
        @"^(alert )?follow( the)?( story)?( number| no\.?)?\s*#?(?<number>\d{1,3})([\s,]+please)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Follow();

    [GeneratedRegex(
        @"^(alert )?follow( (this|that|the|its|it))?( story)?([\s,]+please)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex FollowThis();

    [GeneratedRegex(
        @"^alert(\s*:\s*|\s+(for|on|about|add)\s+|\s+)(?<what>.+)$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex AlertOf();

    [GeneratedRegex(
        @"^subscribe( me| us)? (to|for) (?<what>\S.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex SubscribeToOther();
}
