using NewsBot.Archive.Articles;

namespace NewsBot.Newsroom.Dialogue;

/// <summary>What a message is: a question, a command, or what else people write to a bot. A closed set.</summary>
public abstract record DialogueAct
{
    private DialogueAct()
    {
    }

    /// <summary>A question for the articles.</summary>
    /// <param name="Text">The question without greeting and program text; not empty.</param>
    public sealed record Question(string Text) : DialogueAct
    {
        /// <summary>Gets the articles that it is limited to.</summary>
        public ArticleFilter Filter { get; init; } = ArticleFilter.None;
    }

    /// <summary><c>sources drone</c>: list the passages that match.</summary>
    /// <param name="Query">The words to look for; empty when they are missing.</param>
    public sealed record Sources(string Query) : DialogueAct
    {
        /// <summary>Gets the articles that it is limited to.</summary>
        public ArticleFilter Filter { get; init; } = ArticleFilter.None;
    }

    /// <summary><c>digest</c>, <c>digest yesterday</c>, <c>digest 2026-05-03</c>: show the digest of a day.</summary>
    /// <param name="Day">The day; null for the newest one of the archive.</param>
    public sealed record Digest(DateOnly? Day) : DialogueAct;

    /// <summary><c>timeline drone</c>: show what was reported on a topic, day by day.</summary>
    /// <param name="Topic">The topic; empty when it is missing.</param>
    public sealed record Timeline(string Topic) : DialogueAct;

    /// <summary><c>digest subscribe 08:00 Europe/London</c>, <c>subscriptions</c>, <c>unsubscribe 1</c>: manage what is posted here.</summary>
    /// <param name="Words">What to do, beginning with one of the verbs that <see cref="Subscriptions.SubscriptionCommands"/> understands.</param>
    public sealed record Subscription(string Words) : DialogueAct;

    /// <summary><c>check: two drones were shot down</c>: hold a text against the articles, sentence by sentence.</summary>
    /// <param name="Text">The text; empty when it is missing.</param>
    public sealed record Check(string Text) : DialogueAct;

    /// <summary>A wish to know what NewsBot can do.</summary>
    public sealed record Help : DialogueAct;

    /// <summary>"Good morning, everyone".</summary>
    public sealed record Greeting : DialogueAct;

    /// <summary>"Thanks a lot".</summary>
    public sealed record Thanks : DialogueAct;

    /// <summary>"See you tomorrow".</summary>
    public sealed record Farewell : DialogueAct;

    /// <summary>A question with words of a filter that cannot be read: <c>from:soon</c>, or a last day before the first.</summary>
    /// <param name="Words">The words.</param>
    public sealed record UnreadableFilter(string Words) : DialogueAct;

    /// <summary>Nothing but white space.</summary>
    public sealed record Empty : DialogueAct;

    /// <summary>Longer than a question may be.</summary>
    /// <param name="Length">In UTF-16 code units.</param>
    public sealed record TooLong(int Length) : DialogueAct;

    /// <summary>Neither letters nor digits: emoji, punctuation.</summary>
    public sealed record Wordless : DialogueAct;

    /// <summary>Program text without a question.</summary>
    public sealed record ProgramText : DialogueAct;
}
