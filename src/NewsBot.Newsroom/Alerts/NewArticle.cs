using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Stories;
using NewsBot.Search.Names;

namespace NewsBot.Newsroom.Alerts;

/// <summary>Represents an article with what alerts compare. Immutable.</summary>
internal sealed class NewArticle
{
    private readonly string[] folded;

    private NewArticle(ArchivedArticle archived, long change)
    {
        Archived = archived;
        Change = change;
        var words = AnnotatedText.Read(StoryFile.TextOf(archived.Article)).Words;
        folded = [.. words.Select(word => word.Folded)];
        Stems = words.Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        Names = words.Where(word => word.MayBeName && !word.IsStop).Select(word => word.Folded).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Gets the article with its passages.</summary>
    public ArchivedArticle Archived { get; }

    /// <summary>Gets the number of the change with which readers came to see it.</summary>
    public long Change { get; }

    /// <summary>Gets the article.</summary>
    public Article Article => Archived.Article;

    /// <summary>Gets the stems of its words.</summary>
    public IReadOnlySet<string> Stems { get; }

    /// <summary>Gets its folded words that may be names.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary>Reads an article.</summary>
    public static NewArticle Of(ArchivedArticle archived, long change = 0) => new(archived, change);

    /// <summary>Determines whether the article has the phrases of a query and is of its outlet.</summary>
    public bool Passes(AlertQuery query) => query.Filter.Allows(Article) && query.Phrases.All(Has);

    /// <summary>Gets the first sentence that is worth printing; null when there is none.</summary>
    public Candidate? Lead => Sentences().FirstOrDefault(sentence => !PageFurniture.Is(sentence.Words.Text));

    /// <summary>Returns the sentence that has most of the query's words, the first of several; null when none has any.</summary>
    public Candidate? SentenceOf(AlertQuery query)
    {
        var best = default(Candidate);
        var most = 0;
        foreach (var sentence in Sentences())
        {
            var found = query.Words.Count(word => sentence.Words.Words.Any(other => IsOne(word, other)));
            if (found > most)
                (best, most) = (sentence, found);
        }

        return best;
    }

    private IEnumerable<Candidate> Sentences() =>
        CandidateReader
            .Read([.. Archived.Passages.Select(passage => new RetrievedPassage(Archived, passage, 0))])
            .SelectMany(passage => passage.Candidates)
            .Where(candidate => candidate.SentenceCount == 1);

    private static bool IsOne(AnnotatedWord wanted, AnnotatedWord word) =>
        wanted.Stem == word.Stem || (wanted.MayBeName && word.MayBeName && NameSpelling.AreOne(wanted.Folded, word.Folded));

    private bool Has(IReadOnlyList<string> phrase)
    {
        for (var start = 0; start + phrase.Count <= folded.Length; start++)
        {
            if (folded.AsSpan(start, phrase.Count).SequenceEqual([.. phrase]))
                return true;
        }

        return false;
    }
}
