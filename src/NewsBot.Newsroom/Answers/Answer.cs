using System.Globalization;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Grounding.Verdicts;

namespace NewsBot.Newsroom.Answers;

/// <summary>What a question came to. An answered one has statements, and every statement has citations.</summary>
public sealed record Answer
{
    /// <summary>The composer that prints the sources' own sentences.</summary>
    public const string Extractive = "extractive";

    /// <summary>The sentence that begins a decline.</summary>
    public const string NotAnswered = "The articles do not answer this question.";

    /// <summary>The sentence that begins a decline where a report was withdrawn.</summary>
    public static string WithdrawnAt(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"The newsroom withdrew its report on this ({time.UtcDateTime:d MMMM yyyy, HH:mm} UTC).");

    /// <summary>The question as it was asked.</summary>
    public required string Question { get; init; }

    /// <summary>A follow-up as it was understood, completed by the question before; null for a question that stands on its own.</summary>
    public string? UnderstoodAs { get; init; }

    /// <summary>Gets the articles that the message limits itself to; <see cref="ArticleFilter.None"/>: all of them.</summary>
    public ArticleFilter Searched { get; init; } = ArticleFilter.None;

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Plain text with citation numbers in brackets; for a decline the sentence that says so and the nearest sources; for sources the passages, one a line.</summary>
    public required string Text { get; init; }

    /// <summary>At most three; empty unless answered.</summary>
    public IReadOnlyList<Statement> Statements { get; init; } = [];

    /// <summary>Numbered from 1 in order of first use; empty unless answered.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>The questions of a message that asks several, in their order; empty when it asks one, or a model wrote the answer.</summary>
    public IReadOnlyList<MessageQuestion> Questions { get; init; } = [];

    /// <summary>Gets what each statement rests on, in the order of the statements: checked before the answer leaves. Empty unless answered.</summary>
    internal IReadOnlyList<GroundedStatement> Grounds { get; init; } = [];

    /// <summary>Of several questions in one message those that the articles do not answer, while they answer others; <see cref="Text"/> says so too.</summary>
    public IReadOnlyList<string> Unanswered { get; init; } = [];

    /// <summary>Where the sources contradict each other; empty when they do not, or nothing is known of it.</summary>
    public IReadOnlyList<Disagreement> Disagreements { get; init; } = [];

    /// <summary>The newest citation of a statement: its date and source stand beside a statement that others contradict.</summary>
    public Citation NewestOf(Statement statement) => Citations.Where(citation => statement.Citations.Contains(citation.Number)).MaxBy(citation => citation.Published)!;

    /// <summary>The newest day of publication (UTC) among the citations; null when none has a date.</summary>
    public DateOnly? AsOf => Citations.Max(citation => citation.Published);

    /// <summary>Gets whether the answer is from articles of several days: then each statement carries its own.</summary>
    public bool SpansDays => Citations.Select(citation => citation.Published).OfType<DateOnly>().Distinct().Skip(1).Any();

    /// <summary>What has to be known of the versions that are cited; empty for reports that were never updated or corrected.</summary>
    public IReadOnlyList<VersionNote> Versions { get; init; } = [];

    /// <summary>For a decline: when (UTC) the newsroom withdrew the report that would have answered; null: there was none.</summary>
    public DateTimeOffset? Withdrawn { get; init; }

    /// <summary>For a decline: the sources found nearest, best first, at most three. Not evidence.</summary>
    public IReadOnlyList<NearestSource> Nearest { get; init; } = [];

    /// <summary>For <see cref="Outcome.Sources"/>: the passages that match, best first. Not evidence.</summary>
    public IReadOnlyList<RetrievedPassage> Passages { get; init; } = [];

    /// <summary>Gets the sources of the articles that a text was checked against, as far as they say something of it.</summary>
    public IReadOnlyList<string> CheckedAgainst { get; init; } = [];

    /// <summary>Gets the sources of all articles that it shows, cited or not: a post of it is taken back when one of them is withdrawn.</summary>
    public IReadOnlyList<string> Sources =>
    [
        .. Citations.Select(citation => citation.Source).Concat(Nearest.Select(nearest => nearest.Source))
            .Concat(Passages.Select(passage => passage.Article.Article.Source)).Concat(CheckedAgainst).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Who wrote it: <see cref="Extractive"/>, or the model's name.</summary>
    public required string Composer { get; init; }

    /// <summary>Whether a model wrote it; else its sentences are the sources' own.</summary>
    public bool IsWrittenByModel => Composer != Extractive;

    /// <summary>Time from question to answer.</summary>
    public required TimeSpan Elapsed { get; init; }
}
