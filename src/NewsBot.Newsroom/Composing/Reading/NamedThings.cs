using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;
using NewsBot.Search.Calendar;

namespace NewsBot.Newsroom.Composing.Reading;

/// <summary>
/// Checks the names and years of a question against a sentence and its context, exactly: the reading model judges similarity, and may take
/// "Boris Johnson" for "Shinzo Abe" or 2033 for 2025. Use one instance per question; not thread-safe.
/// </summary>
internal sealed class NamedThings
{
    private const double Named = 0.6;

    /// <summary>Maximum number of days after a year within which an article may still be about that year.</summary>
    private const int DaysAfterYear = 60;

    private readonly Question question;
    private readonly int[] years;
    private readonly HashSet<(long Article, int Passage, int Name)> found = [];
    private readonly HashSet<(long Article, int Name)> inArticle = [];

    public NamedThings(QuestionInPool pool)
    {
        question = pool.Question;
        years = [.. question.Text.Words.Where(word => word.Folded.Length == 4 && TimeWords.IsYear(word)).Select(word => (int)word.Number!)];
        foreach (var aligned in pool.Aligned)
        {
            for (var name = 0; name < question.Names.Count; name++)
            {
                if (NameMatcher.Strength(question.Names[name], aligned) < Named)
                    continue;
                found.Add((aligned.Candidate.Article.Id, aligned.Candidate.Passage.Number, name));
                inArticle.Add((aligned.Candidate.Article.Id, name));
            }
        }
    }

    /// <summary>Determines whether a sentence, its passage, the one before or the headline contains all names of the question.</summary>
    public bool AreHeld(AlignedCandidate aligned) => Enumerable.Range(0, question.Names.Count).All(name => IsNamed(aligned, name));

    /// <summary>
    /// Determines whether an answer is possible: what was found of the article contains all names of the question, and it is about the
    /// question's years.
    /// </summary>
    public bool MayAnswer(AlignedCandidate aligned) =>
        Enumerable
            .Range(0, question.Names.Count)
            .All(name => IsNamed(aligned, name) || inArticle.Contains((aligned.Candidate.Article.Id, name)))
        && Array.TrueForAll(years, year => IsOfYear(aligned, year));

    private bool IsNamed(AlignedCandidate aligned, int name)
    {
        var (article, passage) = (aligned.Candidate.Article.Id, aligned.Candidate.Passage.Number);
        return !NameMatcher.IsNamesake(question.Names[name], aligned)
            && (
                found.Contains((article, passage, name))
                || found.Contains((article, passage - 1, name))
                || TermMatcher.In(question.Names[name][^1], aligned.Candidate.Context.Headline) >= Named
                || TermMatcher.In(question.Names[name][^1], aligned.Candidate.Context.Near) >= Named
            );
    }

    private static bool IsOfYear(AlignedCandidate aligned, int year) =>
        aligned.Words.Any(word => word.Number == year)
        || aligned.Candidate.Article.Article.Headline.Contains($"{year}", StringComparison.Ordinal)
        || (aligned.Candidate.Article.Article.PublishedOn is { } day && (day.Year == year || day.PlusDays(-DaysAfterYear).Year == year));
}
