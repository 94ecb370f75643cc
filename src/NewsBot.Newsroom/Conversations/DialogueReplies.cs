using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Conversations;

/// <summary>What NewsBot says to what is no question: the same words in every channel.</summary>
internal static class DialogueReplies
{
    private const string Abilities = "I answer questions from the newsroom's own articles, word for word and with sources, and say so when they do not answer.";

    private const string Examples = "Ask, for example: who said what, where and when?";

    /// <param name="act">Anything but a question.</param>
    /// <param name="message">As it came.</param>
    public static string To(DialogueAct act, string message) => act switch
    {
        DialogueAct.Empty => "Please ask a question, for example: who said what, where and when?",
        DialogueAct.TooLong => $"A question is at most {QuestionRequest.MaxChars:N0} characters long; this one has {message.Length:N0}. Please shorten it.",
        DialogueAct.Wordless => $"That has no words that I could look for. {Examples}",
        DialogueAct.Code => $"That looks like program text, which I cannot look for in articles. {Examples}",
        DialogueAct.Greeting => $"Hello! {Abilities} {Examples}",
        DialogueAct.Farewell => "Goodbye!",
        DialogueAct.Thanks => "You are welcome.",
        DialogueAct.Help => $"{Abilities} {Examples} “sources drone” lists the articles that mention a word, “digest” is the day's news, and a follow-up such as “and when?” goes on with the question before.",
        DialogueAct.Digest => "The digest of the day has a place of its own here: the command or the page “digest”.",
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };
}
