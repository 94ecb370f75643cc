using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing.Matching;

/// <summary>Represents a question with the passages retrieved for it.</summary>
internal sealed class QuestionInPool
{
    /// <summary>Share of its weight that a word keeps even if it occurs in every retrieved passage.</summary>
    private const double LeastShare = 0.35;

    private const double Seen = 0.5;
    private const int DropRank = 10;

    private readonly Dictionary<long, double> unseenByArticle = [];
    private readonly Dictionary<string, double> support = new(StringComparer.Ordinal);

    public QuestionInPool(
        Question question,
        IReadOnlyList<RetrievedPassage> retrieved,
        IReadOnlyList<PassageCandidates> candidates,
        DateOnly? asOf
    )
    {
        Question = question;
        Matchers = new TermMatchers(question.Terms);
        Weights = [.. question.Terms.Select(term => term.Weight * Rarity(term, candidates))];
        var small = new HashSet<string>(StringComparer.Ordinal);
        foreach (var passage in candidates)
            small.UnionWith(passage.Words.SmallLetterWords);
        SmallLetterWords = small;
        SourceCount = retrieved.Select(passage => passage.Article.Id).Distinct().Count();
        TopScore = retrieved.Select(passage => passage.Score).DefaultIfEmpty(0).Max();
        ScoreDrop = retrieved.Count > DropRank && TopScore > 0 ? 1 - (retrieved[DropRank].Score / TopScore) : 0;
        var newest = asOf ?? retrieved.Max(passage => passage.Article.Article.PublishedOn);
        Passages =
        [
            .. candidates.Select(
                (passage, rank) =>
                    new PassageInPool(
                        passage,
                        rank,
                        retrieved[rank].Score,
                        TopScore > 0 ? retrieved[rank].Score / TopScore : 0,
                        AgeOf(retrieved[rank], newest)
                    )
            ),
        ];
        Support(retrieved, candidates);
        Aligned =
        [
            .. Passages.SelectMany(passage =>
                passage.Candidates.Candidates.Select(candidate => new AlignedCandidate(this, candidate, passage))
            ),
        ];
        var best = new double[question.Terms.Count];
        foreach (var article in Aligned.GroupBy(aligned => aligned.Candidate.Article.Id))
        {
            var bestHere = new double[best.Length];
            foreach (var aligned in article)
            {
                for (var i = 0; i < best.Length; i++)
                    bestHere[i] = Math.Max(bestHere[i], aligned.Matches[i].Strength);
            }

            for (var i = 0; i < best.Length; i++)
                best[i] = Math.Max(best[i], bestHere[i]);
            unseenByArticle[article.Key] = UnseenOf(bestHere);
        }

        UnseenWeight = UnseenOf(best);
        UnseenNames = question.Names.Count(name => best[name[^1].Number] < Seen);
    }

    public Question Question { get; }

    /// <summary>Gets the passages, best first.</summary>
    public IReadOnlyList<PassageInPool> Passages { get; }

    /// <summary>Gets every candidate of every passage, in the order of the passages.</summary>
    public IReadOnlyList<AlignedCandidate> Aligned { get; }

    /// <summary>Gets the matchers of the question's terms.</summary>
    public TermMatchers Matchers { get; }

    /// <summary>Gets the weight of each term, in order.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>Gets the words that occur in lower case in the passages: at the beginning of a sentence, they are not names.</summary>
    public IReadOnlySet<string> SmallLetterWords { get; }

    public int PassageCount => Passages.Count;

    public int SourceCount { get; }

    /// <summary>Gets the best passage's score.</summary>
    public double TopScore { get; }

    /// <summary>
    /// Gets how far the eleventh passage's score is below the best one, as a share of it; 0 if there is no eleventh passage.
    /// </summary>
    public double ScoreDrop { get; }

    /// <summary>Gets the share of the question's weight that no candidate contains.</summary>
    public double UnseenWeight { get; }

    /// <summary>Gets the number of the question's names whose last word no candidate contains.</summary>
    public int UnseenNames { get; }

    /// <summary>
    /// Returns how much of the pool contains a name or a number, from 0 (no article) to 1 (every article); higher ranks count more.
    /// </summary>
    public double SupportOf(string stem) => support.GetValueOrDefault(stem);

    /// <summary>Returns the share of the question's weight that no candidate of this article contains.</summary>
    public double UnseenIn(long article) => unseenByArticle.GetValueOrDefault(article);

    private static int? AgeOf(RetrievedPassage passage, DateOnly? newest) =>
        passage.Article.Article.PublishedOn is { } day && newest is { } last ? last.DayNumber - day.DayNumber : null;

    private void Support(IReadOnlyList<RetrievedPassage> retrieved, IReadOnlyList<PassageCandidates> candidates)
    {
        var total = 0.0;
        var seen = new HashSet<long>();
        var told = new HashSet<(long, string)>();
        for (var rank = 0; rank < candidates.Count; rank++)
        {
            var worth = 1 / Math.Sqrt(1 + rank);
            var article = retrieved[rank].Article.Id;
            if (seen.Add(article))
                total += worth;
            foreach (var stem in candidates[rank].Words.NameStems)
            {
                if (told.Add((article, stem)))
                    support[stem] = support.GetValueOrDefault(stem) + worth;
            }
        }

        foreach (var stem in support.Keys)
            support[stem] = Math.Min(1, support[stem] / total);
    }

    private double UnseenOf(double[] best)
    {
        double total = 0,
            unseen = 0;
        for (var i = 0; i < best.Length; i++)
        {
            total += Weights[i];
            if (best[i] < Seen)
                unseen += Weights[i];
        }

        return total > 0 ? unseen / total : 0;
    }

    /// <summary>
    /// Returns the inverse document frequency over the retrieved passages, scaled from <see cref="LeastShare"/> (in all) to 1 (in none).
    /// </summary>
    private static double Rarity(QuestionTerm term, IReadOnlyList<PassageCandidates> pool)
    {
        var holding = pool.Count(passage => passage.Words.Stems.Contains(term.Word.Stem));
        var rarity = Math.Log((pool.Count + 1.0) / (holding + 1.0)) / Math.Log(pool.Count + 1.0);
        return LeastShare + ((1 - LeastShare) * rarity);
    }
}
