using System.Globalization;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Layout;

/// <summary>
/// A block of an answer as every channel shows it. A closed set. <c>Words</c> are NewsBot's own, in plain English, and need no escaping beyond what the channel asks
/// of any text; everything else comes from people and articles, and is data to be escaped, shortened and set apart.
/// </summary>
public abstract record AnswerBlock
{
    private AnswerBlock()
    {
    }

    /// <summary>How a follow-up was understood: the first block, where there is one.</summary>
    /// <param name="Question">Completed by the question before it.</param>
    public sealed record Understood(string Question) : AnswerBlock
    {
        /// <summary>Gets what stands before the question.</summary>
        public static string Words => "Understood as:";
    }

    /// <summary>The question that the statements below answer, where a message asks several.</summary>
    /// <param name="Question">As it was asked.</param>
    public sealed record Heading(string Question) : AnswerBlock;

    /// <summary>A statement that no other one contradicts.</summary>
    /// <param name="Statement">With the numbers of its citations.</param>
    public sealed record Stated(Statement Statement) : AnswerBlock;

    /// <summary>Statements that contradict each other, the newest source first, to be shown side by side.</summary>
    /// <param name="Sides">At least two.</param>
    public sealed record Disputed(IReadOnlyList<DisputedSide> Sides) : AnswerBlock
    {
        /// <summary>Gets what stands before the sides.</summary>
        public static string Words => "The sources do not agree. The newest comes first:";
    }

    /// <summary>Of several questions one that the articles do not answer.</summary>
    /// <param name="Question">As it was asked.</param>
    public sealed record Unanswered(string Question) : AnswerBlock
    {
        /// <summary>Gets what stands before the question.</summary>
        public static string Words => "The articles do not answer:";
    }

    /// <summary>The articles do not answer: said first, and nothing else in the message is an answer.</summary>
    public sealed record Declined : AnswerBlock
    {
        /// <summary>Gets the sentence that says so.</summary>
        public static string Words => Answer.NotAnswered;
    }

    /// <summary>The sources found nearest to a question that they do not answer.</summary>
    /// <param name="Sources">Best first; empty when nothing was found.</param>
    public sealed record Nearest(IReadOnlyList<NearestSource> Sources) : AnswerBlock
    {
        /// <summary>Gets what stands before the sources, or what to do where there are none.</summary>
        public string Words => Sources.Count > 0 ? "The nearest sources, which do not answer it:" : "Nothing near it was found. Other words, or a name, may help.";
    }

    /// <summary>The passages that <c>sources …</c> lists, best first.</summary>
    /// <param name="Passages">At least one.</param>
    public sealed record Found(IReadOnlyList<RetrievedPassage> Passages) : AnswerBlock
    {
        /// <summary>Gets how many there are.</summary>
        public string Words => CountOf(Passages.Count);

        /// <summary>Says how many passages there are.</summary>
        public static string CountOf(int passages) =>
            passages == 1 ? "One passage" : string.Create(CultureInfo.InvariantCulture, $"{passages} passages, best first");
    }

    /// <summary>A reply of NewsBot's own, or why a message cannot be asked. It may repeat words of the message: escape it.</summary>
    /// <param name="Text">Plain text.</param>
    public sealed record Said(string Text) : AnswerBlock;

    /// <summary>The citations by number: source file, headline, outlet, day, quote and link.</summary>
    /// <param name="Citations">In order; at least one.</param>
    public sealed record Cited(IReadOnlyList<Citation> Citations) : AnswerBlock
    {
        /// <summary>Gets the title of the list.</summary>
        public static string Words => "Sources";
    }

    /// <summary>Who wrote the answer, from how much, and how new it is.</summary>
    /// <param name="Model">The model's name; null: the sentences are the articles' own.</param>
    /// <param name="Articles">Number of articles cited.</param>
    /// <param name="AsOf">The newest day of publication (UTC) among them; null when none has a date.</param>
    public sealed record Origin(string? Model, int Articles, DateOnly? AsOf) : AnswerBlock
    {
        /// <summary>Gets the sentence without a full stop. It holds the model's name: escape it.</summary>
        public string Words
        {
            get
            {
                var from = Articles == 1 ? "one article" : string.Create(CultureInfo.InvariantCulture, $"{Articles} articles");
                var asOf = AsOf is { } day ? string.Create(CultureInfo.InvariantCulture, $", as of {day:d MMMM yyyy}") : "";
                return Model is null ? $"Word for word from {from}{asOf}" : $"Written by {Model} from {from}{asOf}; check it against the quotes";
            }
        }
    }
}
