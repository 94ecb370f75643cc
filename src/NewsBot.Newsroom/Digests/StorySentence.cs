using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Digests;

/// <summary>A sentence of a story's article, with what choosing asks of it. Immutable.</summary>
internal sealed class StorySentence
{
    /// <summary>From this share of common words on, a second sentence adds nothing.</summary>
    private const double SameWords = 0.6;

    public StorySentence(Candidate sentence, int position)
    {
        Sentence = sentence;
        Position = position;
        Outlet = OutletName.Of(sentence.Article.Article);
        Stems = sentence.Words.Words.Where(word => !word.IsStop && !English.VerbsOfSaying.Contains(word)).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        Names = sentence.Words.Words.Where(word => word.IsCapital && !word.IsStop && word.BreakBefore < WordBreak.Stop && !TimeWords.IsCalendar(word)).Select(word => word.Stem)
            .ToHashSet(StringComparer.Ordinal);
    }

    public Candidate Sentence { get; }

    /// <summary>Among the sentences of its article, from 0.</summary>
    public int Position { get; }

    public string Outlet { get; }

    /// <summary>Content words, without verbs of saying.</summary>
    public HashSet<string> Stems { get; }

    /// <summary>Capitalised words inside the sentence.</summary>
    public HashSet<string> Names { get; }

    public IReadOnlyList<AnnotatedWord> Words => Sentence.Words.Words;

    public string Text => Sentence.Words.Text;

    /// <summary>Returns whether a reader of one sentence learns nothing from the other.</summary>
    public bool Repeats(StorySentence other) => Overlap(other) >= SameWords;

    /// <summary>Share of the shorter one's content words that the other holds too.</summary>
    public double Overlap(StorySentence other) =>
        Stems.Count == 0 || other.Stems.Count == 0 ? 0 : (double)Stems.Count(other.Stems.Contains) / Math.Min(Stems.Count, other.Stems.Count);

    /// <summary>Ends like a sentence, has words enough, and is no tweet, link or invitation to read on.</summary>
    public bool IsPrintable
    {
        get
        {
            if (Words.Count < 5 || Stems.Count < 3) return false;
            if (Text.TrimEnd('"', '”', '’', '\'', ')') is not [.., '.' or '!' or '?' or ',']) return false;
            if (Text.Count(c => c is '“' or '”' or '"') % 2 == 1) return false;
            return !PageFurniture.Is(Text);
        }
    }
}
