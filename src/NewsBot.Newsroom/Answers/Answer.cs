using System.Globalization;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Grounding.Verdicts;

namespace NewsBot.Newsroom.Answers;

/// <summary>Represents the outcome of a question. If answered, it has statements, and every statement has citations.</summary>
public sealed record Answer
{
    /// <summary>Specifies the name of the composer that prints the sources' own sentences.</summary>
    public const string Extractive = "extractive";

    /// <summary>Specifies the sentence that begins a decline.</summary>
    public const string NotAnswered = "The articles do not answer this question.";

    /// <summary>Returns the sentence that begins a decline where a report was withdrawn.</summary>
    public static string WithdrawnAt(DateTimeOffset time) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"The newsroom withdrew its report on this on {time.UtcDateTime:d MMMM yyyy} at {time.UtcDateTime:HH:mm} UTC."
        );

    /// <summary>Gets the question as asked.</summary>
    public required string Question { get; init; }

    /// <summary>Gets a follow-up as understood, completed from the previous question; null if the question is complete by itself.</summary>
    public string? UnderstoodAs { get; init; }

    /// <summary>Gets the articles to which the message limits itself; <see cref="ArticleFilter.None"/> for all of them.</summary>
    public ArticleFilter Searched { get; init; } = ArticleFilter.None;

    /// <summary>Gets how the message ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>
    /// Gets the plain text: the statements with citation numbers in brackets; for a decline, the sentence that says so and the nearest
    /// sources; for a list of sources, one passage a line.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>Gets the statements, at most three; empty unless answered.</summary>
    public IReadOnlyList<Statement> Statements { get; init; } = [];

    /// <summary>Gets the citations, numbered from 1 in the order of first use; empty unless answered.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>
    /// Gets the questions of a message that asks several, in their order; empty if it asks one, or if a language model wrote the answer.
    /// </summary>
    public IReadOnlyList<MessageQuestion> Questions { get; init; } = [];

    /// <summary>
    /// Gets the evidence of each statement, in the order of the statements. It is checked before the answer leaves. Empty unless answered.
    /// </summary>
    internal IReadOnlyList<GroundedStatement> Grounds { get; init; } = [];

    /// <summary>
    /// Gets the questions that the articles do not answer, of a message whose other questions they do; <see cref="Text"/> says so too.
    /// </summary>
    public IReadOnlyList<string> Unanswered { get; init; } = [];

    /// <summary>
    /// Gets the statements that contradict each other; empty if there are none, or if contradictions were not looked for.
    /// </summary>
    public IReadOnlyList<Disagreement> Disagreements { get; init; } = [];

    /// <summary>
    /// Returns the newest citation of a statement: its date and source are shown with a statement that others contradict.
    /// </summary>
    public Citation NewestOf(Statement statement) =>
        Citations.Where(citation => statement.Citations.Contains(citation.Number)).MaxBy(citation => citation.Published)!;

    /// <summary>Gets the newest day of publication (UTC) among the citations; null if none has a date.</summary>
    public DateOnly? AsOf => Citations.Max(citation => citation.Published);

    /// <summary>Gets whether the citations are of more than one day, so that each statement carries its own.</summary>
    public bool SpansDays => Citations.Select(citation => citation.Published).OfType<DateOnly>().Distinct().Skip(1).Any();

    /// <summary>
    /// Returns the day (UTC) that a statement carries: that of its first citation. Null if it has none, or if the answer is of one day.
    /// </summary>
    public DateOnly? DayOf(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return SpansDays ? Citations.First(citation => citation.Number == statement.Citations[0]).Published : null;
    }

    /// <summary>Gets what readers need to know about the versions cited; empty if none was updated or corrected.</summary>
    public IReadOnlyList<VersionNote> Versions { get; init; } = [];

    /// <summary>
    /// Gets, for a decline, the time (UTC) at which the newsroom withdrew the report that would have answered; null if there was none.
    /// </summary>
    public DateTimeOffset? Withdrawn { get; init; }

    /// <summary>Gets, for a decline, the nearest sources, best first, at most three. They are not evidence.</summary>
    public IReadOnlyList<NearestSource> Nearest { get; init; } = [];

    /// <summary>Gets, for <see cref="Outcome.Sources"/>, the matching passages, best first. They are not evidence.</summary>
    public IReadOnlyList<RetrievedPassage> Passages { get; init; } = [];

    /// <summary>Gets the sources of the articles that support or contradict the text that was checked.</summary>
    public IReadOnlyList<string> CheckedAgainst { get; init; } = [];

    /// <summary>
    /// Gets the sources of all articles shown, cited or not: a post of the answer is taken back if one of them is withdrawn.
    /// </summary>
    public IReadOnlyList<string> Sources =>
        [
            .. Citations
                .Select(citation => citation.Source)
                .Concat(Nearest.Select(nearest => nearest.Source))
                .Concat(Passages.Select(passage => passage.Article.Article.Source))
                .Concat(CheckedAgainst)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>
    /// Gets by about how many new, replaced and removed articles the index was behind the archive when the answer was made; 0: by none.
    /// </summary>
    public long ArticlesBehind { get; init; }

    /// <summary>Gets who composed the answer: <see cref="Extractive"/>, or the language model's name.</summary>
    public required string Composer { get; init; }

    /// <summary>Gets a value indicating whether a language model wrote the answer; otherwise its sentences are the sources' own.</summary>
    public bool IsWrittenByModel => Composer != Extractive;

    /// <summary>Gets the time from the question to the answer.</summary>
    public required TimeSpan Elapsed { get; init; }
}
