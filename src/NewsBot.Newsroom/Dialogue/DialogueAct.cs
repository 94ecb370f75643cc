using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Desks;

namespace NewsBot.Newsroom.Dialogue;

/// <summary>Represents what a message is: a question, a command, or anything else that people write to a bot. A closed set.</summary>
public abstract record DialogueAct
{
    private DialogueAct() { }

    /// <summary>Represents a question for the articles.</summary>
    /// <param name="Text">The question without greeting and program code; not empty.</param>
    public sealed record Question(string Text) : DialogueAct
    {
        /// <summary>Gets the articles to which the question is limited.</summary>
        public ArticleFilter Filter { get; init; } = ArticleFilter.None;
    }

    /// <summary>Represents a search for matching passages: <c>sources drone</c>.</summary>
    /// <param name="Query">The words to look for; empty if they are missing.</param>
    public sealed record Sources(string Query) : DialogueAct
    {
        /// <summary>Gets the articles to which the search is limited.</summary>
        public ArticleFilter Filter { get; init; } = ArticleFilter.None;
    }

    /// <summary>Represents a command for the digest of a day: <c>digest</c>, <c>digest yesterday</c>, <c>digest 2026-05-03</c>.</summary>
    /// <param name="Day">The day; null for the newest one in the archive.</param>
    public sealed record Digest(DateOnly? Day) : DialogueAct;

    /// <summary>Represents a command for the timeline of a topic: <c>timeline drone</c>.</summary>
    /// <param name="Topic">The topic; empty if it is missing.</param>
    public sealed record Timeline(string Topic) : DialogueAct;

    /// <summary>
    /// Represents a command that manages what is posted here: <c>digest subscribe 08:00 Europe/London</c>, <c>subscriptions</c>,
    /// <c>unsubscribe 1</c>.
    /// </summary>
    /// <param name="Words">The command, beginning with one of the verbs of <see cref="Subscriptions.SubscriptionCommands"/>.</param>
    public sealed record Subscription(string Words) : DialogueAct;

    /// <summary>Represents a command about desks: <c>desk</c>, <c>desk list</c>, <c>desk set Sports</c>, <c>desk clear</c>.</summary>
    /// <param name="Order">What it asks for; null if it is mistyped.</param>
    public sealed record Desk(DeskOrder? Order) : DialogueAct;

    /// <summary>
    /// Represents a command that checks a text against the articles, sentence by sentence: <c>check: two drones were shot down</c>.
    /// </summary>
    /// <param name="Text">The text; empty if it is missing.</param>
    public sealed record Check(string Text) : DialogueAct;

    /// <summary>Represents a command for the passages behind the answer before it: <c>passages</c>, <c>show the passages</c>.</summary>
    public sealed record Passages : DialogueAct;

    /// <summary>
    /// Represents a command for alerts: <c>alert drone Kremlin</c>, <c>alert list</c>, <c>alert stop 1</c>, "alert me when a drone is seen".
    /// </summary>
    /// <param name="Words">
    /// The command, beginning with one of the verbs of <see cref="Subscriptions.AlertVerbs"/>; empty if it does not say what to look for.
    /// </param>
    public sealed record Alert(string Words) : DialogueAct;

    /// <summary>Represents the wish to learn what NewsBot can do.</summary>
    public sealed record Help : DialogueAct;

    /// <summary>Represents a greeting: "good morning, everyone".</summary>
    public sealed record Greeting : DialogueAct;

    /// <summary>Represents thanks: "thanks a lot".</summary>
    public sealed record Thanks : DialogueAct;

    /// <summary>Represents a farewell: "see you tomorrow".</summary>
    public sealed record Farewell : DialogueAct;

    /// <summary>Represents a message with an unreadable filter: <c>from:soon</c>, or a last day before the first.</summary>
    /// <param name="Words">The words of the filter.</param>
    public sealed record UnreadableFilter(string Words) : DialogueAct;

    /// <summary>Represents a message of nothing but white space.</summary>
    public sealed record Empty : DialogueAct;

    /// <summary>Represents a message longer than a question may be.</summary>
    /// <param name="Length">The length, in UTF-16 code units.</param>
    public sealed record TooLong(int Length) : DialogueAct;

    /// <summary>Represents a message without letters or digits, such as emoji or punctuation.</summary>
    public sealed record Wordless : DialogueAct;

    /// <summary>Represents program code without a question.</summary>
    public sealed record ProgramText : DialogueAct;
}
