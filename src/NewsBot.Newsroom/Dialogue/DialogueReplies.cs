using System.Globalization;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Dialogue;

/// <summary>Provides NewsBot's replies to messages that it cannot look up, in the same words in every channel.</summary>
public static class DialogueReplies
{
    private const string Abilities =
        "I answer questions from the newsroom's own articles, word for word and with their sources. When the articles have no answer, I say so.";

    private const string Examples = "Ask, for example: who said what, where and when?";

    /// <summary>Returns the reply, a few sentences of plain text.</summary>
    /// <param name="act">What the message is: neither a question nor a list of sources that can be looked up.</param>
    /// <exception cref="ArgumentOutOfRangeException">The message can be looked up.</exception>
    public static string To(DialogueAct act) =>
        act switch
        {
            DialogueAct.Empty => "Please ask a question, for example: who said what, where and when?",
            DialogueAct.TooLong message => string.Create(
                CultureInfo.InvariantCulture,
                $"A question may have at most {QuestionRequest.MaxChars:N0} characters; this one has {message.Length:N0}. Please shorten it."
            ),
            DialogueAct.Wordless => $"Your message contains no words to look for. {Examples}",
            DialogueAct.ProgramText => $"That looks like program code, which cannot be looked up in the articles. {Examples}",
            DialogueAct.UnreadableFilter filter =>
                $"I cannot read “{filter.Words}”. Write dates as from:2023-05-03, from:2023-05, from:2023 or from:yesterday; the last day must not precede the first. "
                    + "Write names as outlet:Reuters or outlet:\"The Guardian\".",
            DialogueAct.Greeting => $"Hello! {Abilities} {Examples}",
            DialogueAct.Farewell => "Goodbye!",
            DialogueAct.Thanks => "You are welcome.",
            DialogueAct.Help =>
                $"{Abilities} {Examples} “sources drone” lists the passages that mention a word, “check: …” checks a text against the articles, sentence by sentence, “digest” shows the news of a day, “timeline drone” shows what was reported day by day, and a follow-up such as “and when?” refers to the previous question.",
            DialogueAct.Passages => "Follow a citation to read the text around its quote.",
            DialogueAct.Alert => "Alerts are posted in Teams and on Discord. Send this command there.",
            DialogueAct.Check => "Write the text to check after a colon, for example: check: two drones were shot down over the Kremlin.",
            DialogueAct.Sources => "Tell me what to look for, for example: sources drone",
            DialogueAct.Timeline { Topic.Length: 0 } => "Tell me the topic, for example: timeline drone",
            DialogueAct.Timeline => "For a timeline, use the command or the page “timeline”.",
            DialogueAct.Digest { Day: { } day } => string.Create(
                CultureInfo.InvariantCulture,
                $"For the digest of {day:d MMMM yyyy}, use the command or the page “digest” with the date {day:yyyy-MM-dd}."
            ),
            DialogueAct.Digest => "For the digest of the day, use the command or the page “digest”.",
            DialogueAct.Desk => "Desks are managed in Teams, on Discord and in the settings (Digests:Desks).",
            DialogueAct.Subscription => "Digests are posted in Teams and on Discord. Send this command there.",
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
}
