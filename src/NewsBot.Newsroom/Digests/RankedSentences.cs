using System.Collections.Frozen;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Digests;

/// <summary>Represents the sentences of a story, ranked by how much each says of what the story's articles have in common.</summary>
internal sealed class RankedSentences
{
    /// <summary>Longer sentences are hard to read in a digest.</summary>
    private const int LongChars = 300;

    private const int ShortChars = 45;

    private static readonly FrozenSet<string> None = [];

    private readonly Dictionary<string, double> weights;

    private RankedSentences(IReadOnlyList<StorySentence> sentences, Dictionary<string, double> weights)
    {
        this.weights = weights;
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
    public static RankedSentences Of(IReadOnlyList<ArchivedArticle> articles)
    {
        var sentences = articles
            .SelectMany(article =>
                CandidateReader
                    .Read([.. article.Passages.Select(passage => new RetrievedPassage(article, passage, 0))])
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
            weights
        );
    }

    /// <summary>Returns how well a headline says what the articles have in common; 0 or more.</summary>
    public double ScoreOf(string headline)
    {
        var stems = AnnotatedText
            .Read(headline)
            .Words.Where(word => !word.IsStop)
            .Select(word => word.Stem)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        return stems.Sum(stem => weights.GetValueOrDefault(stem)) / (stems.Length + 4);
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

    private static bool NeedsTheSentenceBefore(StorySentence sentence) =>
        English.Anaphors.Contains(sentence.Words[0]) || English.Connectives.Contains(sentence.Words[0]);
}
