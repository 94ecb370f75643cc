using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Digests;

/// <summary>Represents a sentence of a story's article, with what choosing needs. Immutable.</summary>
internal sealed class StorySentence
{
    /// <summary>A second sentence that shares at least this part of its words with the first adds nothing.</summary>
    private const double SameWords = 0.5;

    public StorySentence(Candidate sentence, int position)
    {
        Sentence = sentence;
        Position = position;
        Outlet = OutletName.Of(sentence.Article.Article);
        Stems = sentence
            .Words.Words.Where(word => !word.IsStop && !English.VerbsOfSaying.Contains(word))
            .Select(word => word.Stem)
            .ToHashSet(StringComparer.Ordinal);
        Names = sentence
            .Words.Words.Where(word => word.IsCapital && !word.IsStop && word.BreakBefore < WordBreak.Stop && !TimeWords.IsCalendar(word))
            .Select(word => word.Stem)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Gets the sentence as a candidate.</summary>
    public Candidate Sentence { get; }

    /// <summary>Gets the sentence's position in its article, from 0.</summary>
    public int Position { get; }

    /// <summary>Gets the name of the outlet, or the source where there is none.</summary>
    public string Outlet { get; }

    /// <summary>Gets the stems of the content words, without verbs of saying.</summary>
    public HashSet<string> Stems { get; }

    /// <summary>Gets the stems of the capitalised words inside the sentence.</summary>
    public HashSet<string> Names { get; }

    /// <summary>Gets the words of the sentence.</summary>
    public IReadOnlyList<AnnotatedWord> Words => Sentence.Words.Words;

    /// <summary>Gets the text of the sentence.</summary>
    public string Text => Sentence.Words.Text;

    /// <summary>Determines whether the other sentence tells nothing new to a reader of this one.</summary>
    public bool Repeats(StorySentence other) => Overlap(other) >= SameWords;

    /// <summary>Returns the share of the shorter sentence's content words, 0 to 1, that the other contains too.</summary>
    public double Overlap(StorySentence other) =>
        Stems.Count == 0 || other.Stems.Count == 0
            ? 0
            : (double)Stems.Count(other.Stems.Contains) / Math.Min(Stems.Count, other.Stems.Count);

    /// <summary>
    /// Gets a value indicating whether the sentence ends like one, has enough words, and is not a tweet, a link or an
    /// invitation to read on.
    /// </summary>
    public bool IsPrintable
    {
        get
        {
            if (Words.Count < 5 || Stems.Count < 3)
                return false;
            if (Text.TrimEnd('"', '”', '’', '\'', ')') is not [.., '.' or '!' or '?' or ','])
                return false;
            if (Text.Count(c => c is '“' or '”' or '"') % 2 == 1)
                return false;
            return !PageFurniture.Is(Text);
        }
    }
}
