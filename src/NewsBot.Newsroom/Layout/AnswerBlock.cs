using System.Globalization;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Layout;

/// <summary>
/// Represents a block of an answer as every channel shows it; a closed set. <c>Words</c> are NewsBot's own, in plain English, and need only
/// the escaping that a channel requires of any text. Everything else comes from people and articles: data to escape, shorten and set apart.
/// </summary>
public abstract record AnswerBlock
{
    private AnswerBlock() { }

    /// <summary>Represents how a follow-up was understood. It comes first, where there is one.</summary>
    /// <param name="Question">The question, completed from the one before it.</param>
    public sealed record Understood(string Question) : AnswerBlock
    {
        /// <summary>Gets the words before the question.</summary>
        public static string Words => "Understood as:";
    }

    /// <summary>Represents the question that the following statements answer, when a message contains several.</summary>
    /// <param name="Question">The question as it was asked.</param>
    public sealed record Heading(string Question) : AnswerBlock;

    /// <summary>Represents a statement that no other contradicts.</summary>
    /// <param name="Statement">The statement, with the numbers of its citations.</param>
    public sealed record Stated(Statement Statement) : AnswerBlock;

    /// <summary>Represents statements that contradict each other, newest source first, to be shown side by side.</summary>
    /// <param name="Sides">The statements, at least two.</param>
    public sealed record Disputed(IReadOnlyList<DisputedSide> Sides) : AnswerBlock
    {
        /// <summary>Gets the words before the statements.</summary>
        public static string Words => "The sources disagree. Newest first:";
    }

    /// <summary>Represents one of several questions that the articles do not answer.</summary>
    /// <param name="Question">The question as it was asked.</param>
    public sealed record Unanswered(string Question) : AnswerBlock
    {
        /// <summary>Gets the words before the question.</summary>
        public static string Words => "The articles do not answer:";
    }

    /// <summary>Represents a decline. It is shown first, and nothing else in the message is an answer.</summary>
    public sealed record Declined : AnswerBlock
    {
        /// <summary>Gets the sentence that declines.</summary>
        public static string Words => Answer.NotAnswered;
    }

    /// <summary>Represents the sources nearest to a question that they do not answer.</summary>
    /// <param name="Sources">The sources, best first; empty when nothing was found.</param>
    public sealed record Nearest(IReadOnlyList<NearestSource> Sources) : AnswerBlock
    {
        /// <summary>Gets the words before the sources, or advice when there are none.</summary>
        public string Words =>
            Sources.Count > 0
                ? "The nearest sources, which do not answer the question:"
                : "Nothing similar was found. Try other words, or a name.";
    }

    /// <summary>Represents the passages that <c>sources …</c> lists, best first.</summary>
    /// <param name="Passages">The passages, at least one.</param>
    public sealed record Found(IReadOnlyList<RetrievedPassage> Passages) : AnswerBlock
    {
        /// <summary>Gets the number of passages, in words.</summary>
        public string Words => CountOf(Passages.Count);

        /// <summary>Returns the number of passages, in words.</summary>
        public static string CountOf(int passages) =>
            passages == 1 ? "One passage" : string.Create(CultureInfo.InvariantCulture, $"{passages} passages, best first");
    }

    /// <summary>Represents NewsBot's own words, or why a message cannot be answered. They may repeat the message: escape them.</summary>
    /// <param name="Text">The words, as plain text.</param>
    public sealed record Said(string Text) : AnswerBlock;

    /// <summary>Represents the numbered citations: source, headline, outlet, day, quote and link.</summary>
    /// <param name="Citations">The citations, in order; at least one.</param>
    public sealed record Cited(IReadOnlyList<Citation> Citations) : AnswerBlock
    {
        /// <summary>Gets the heading of the list.</summary>
        public static string Words => "Sources";
    }

    /// <summary>Represents who wrote the answer, from how many articles, and how recent these are.</summary>
    /// <param name="Model">The language model's name; null when the sentences are the articles' own.</param>
    /// <param name="Articles">The number of articles cited.</param>
    /// <param name="AsOf">The newest day of publication (UTC) among them; null when none has one.</param>
    public sealed record Origin(string? Model, int Articles, DateOnly? AsOf) : AnswerBlock
    {
        /// <summary>Gets the sentence, without a full stop. It contains the model's name: escape it.</summary>
        public string Words
        {
            get
            {
                var from = Articles == 1 ? "one article" : string.Create(CultureInfo.InvariantCulture, $"{Articles} articles");
                var asOf = AsOf is { } day ? string.Create(CultureInfo.InvariantCulture, $", as of {day:d MMMM yyyy}") : "";
                return Model is null
                    ? $"Word for word from {from}{asOf}"
                    : $"Written by {Model} from {from}{asOf}; check it against the quotes";
            }
        }
    }
}
