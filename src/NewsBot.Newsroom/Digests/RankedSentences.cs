using System.Collections.Frozen;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Stories;

namespace NewsBot.Newsroom.Digests;

/// <summary>Represents the sentences of a story, ranked by how much each says of what the story's articles have in common.</summary>
internal sealed class RankedSentences
{
    /// <summary>Longer sentences are hard to read in a digest.</summary>
    private const int LongChars = 300;

    private const int ShortChars = 45;

    /// <summary>The news is among this many sentences of an article; what follows is background.</summary>
    private const int Beginning = 10;

    /// <summary>A sentence that tells the news contains this share of some headline; an opening that paints a scene does not.</summary>
    private const double LeastTold = 0.25;

    /// <summary>Two words of a short headline say less than half of a long one.</summary>
    private const double ShortHeadline = 2;

    private static readonly FrozenSet<string> None = [];

    private readonly Dictionary<string, double> weights;
    private readonly Lazy<HashSet<string>[]> headlines;

    private RankedSentences(
        IReadOnlyList<StorySentence> sentences,
        Dictionary<string, double> weights,
        IReadOnlyList<ArchivedArticle> articles
    )
    {
        this.weights = weights;
        headlines = new(() => [.. articles.Select(article => ReportWords.InHeadlineOf(article.Article)).Where(stems => stems.Count > 0)]);
        Sentences =
        [
            .. sentences
                .Where(sentence => sentence.IsPrintable)
                .Select(sentence => (Sentence: sentence, Score: Gain(sentence, None)))
                .OrderByDescending(one => one.Score)
                .ThenBy(one => one.Sentence.Sentence.Source, StringComparer.Ordinal)
                .ThenBy(one => one.Sentence.Position)
                .Select(one => one.Sentence),
        ];
    }

    /// <summary>Gets the printable sentences, best first.</summary>
    public IReadOnlyList<StorySentence> Sentences { get; }

    /// <summary>Reads articles and returns their ranked sentences; a sentence in several articles is taken from the first.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="passages">The number of passages to read of each, from its beginning.</param>
    public static RankedSentences Of(IReadOnlyList<ArchivedArticle> articles, int passages = int.MaxValue)
    {
        var sentences = articles
            .SelectMany(article =>
                CandidateReader
                    .Read([.. article.Passages.Take(passages).Select(passage => new RetrievedPassage(article, passage, 0))])
                    .SelectMany(passage => passage.Candidates)
                    .Where(candidate => candidate.SentenceCount == 1)
                    .Select((candidate, i) => new StorySentence(candidate, i))
            )
            .ToArray();
        // A word that many of the articles contain, and few others, is what the story is about.
        var weights = sentences
            .SelectMany(sentence => sentence.Stems.Select(stem => (Stem: stem, sentence.Sentence.Article.Id)))
            .Distinct()
            .GroupBy(pair => pair.Stem, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => (double)group.Count() / articles.Count * (group.Count() > 1 || articles.Count == 1 ? 1 : 0.5),
                StringComparer.Ordinal
            );
        return new RankedSentences(
            [.. sentences.DistinctBy(sentence => string.Join(' ', sentence.Words.Select(word => word.Folded)))],
            weights,
            articles
        );
    }

    /// <summary>
    /// Returns the sentences that tell the news by themselves, best first: near the beginning of their article, about what a headline
    /// says, and neither captions nor talk to the reader.
    /// </summary>
    public IReadOnlyList<StorySentence> News() =>
        [
            .. Sentences
                .Where(sentence => sentence.Position < Beginning && NewsForm.IsPlain(sentence))
                .Select(sentence => (Sentence: sentence, Told: ToldOfHeadlines(sentence)))
                .Where(one => one.Told >= LeastTold)
                .Select(one =>
                    (
                        one.Sentence,
                        Score: Math.Sqrt(Gain(one.Sentence, None))
                            * one.Told
                            * NewsForm.Weight(one.Sentence)
                            / (Beginning + one.Sentence.Position)
                    )
                )
                .OrderByDescending(one => one.Score)
                .ThenBy(one => one.Sentence.Sentence.Source, StringComparer.Ordinal)
                .ThenBy(one => one.Sentence.Position)
                .Select(one => one.Sentence),
        ];

    /// <summary>Returns the largest share of a headline that a sentence contains, from 0 to below 1.</summary>
    private double ToldOfHeadlines(StorySentence sentence) =>
        headlines
            .Value.Select(headline => headline.Count(sentence.Stems.Contains) / (headline.Count + ShortHeadline))
            .DefaultIfEmpty(0)
            .Max();

    /// <summary>Returns how well a headline says what the articles have in common; 0 or more.</summary>
    public double ScoreOf(string headline)
    {
        var stems = StemsOf(headline);
        return stems.Sum(stem => weights.GetValueOrDefault(stem)) / (stems.Count + 4);
    }

    /// <summary>Returns the share of a sentence's weight, 0 to 1, that these stems do not cover.</summary>
    public double Novelty(StorySentence sentence, IReadOnlySet<string> known)
    {
        var all = sentence.Stems.Sum(stem => weights.GetValueOrDefault(stem, 0.5));
        return all > 0 ? sentence.Stems.Where(stem => !known.Contains(stem)).Sum(stem => weights.GetValueOrDefault(stem, 0.5)) / all : 0;
    }

    /// <summary>Returns how much of what the articles have in common a sentence says beyond these stems.</summary>
    public double Gain(StorySentence sentence, IReadOnlySet<string> known)
    {
        var score =
            sentence.Stems.Where(stem => !known.Contains(stem)).Sum(stem => weights.GetValueOrDefault(stem))
            / (sentence.Stems.Count + 6)
            * (1 + (1.5 / (1 + sentence.Position)));
        if (sentence.Text.Length > LongChars)
            score *= 0.5;
        if (sentence.Text.Length < ShortChars)
            score *= 0.5;
        if (sentence.Text.EndsWith('?'))
            score *= 0.3;
        if (NeedsTheSentenceBefore(sentence))
            score *= 0.4;
        if (sentence.Words.All(word => word.IsQuoted))
            score *= 0.6;
        return score;
    }

    private static HashSet<string> StemsOf(string headline) => AnnotatedPassage.StemsOf([AnnotatedText.Read(headline)]);

    private static bool NeedsTheSentenceBefore(StorySentence sentence) =>
        English.Anaphors.Contains(sentence.Words[0]) || English.Connectives.Contains(sentence.Words[0]);
}
