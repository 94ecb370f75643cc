using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Candidates;

/// <summary>Represents the annotated words of a passage. Immutable and thread-safe.</summary>
internal sealed class AnnotatedPassage
{
    private AnnotatedPassage(AnnotatedText[] sentences)
    {
        Sentences = sentences;
        Stems = StemsOf(sentences);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var small = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            foreach (var word in sentence.Words)
            {
                if (word.Number is not null || (word.IsCapital && !word.IsStop))
                    names.Add(word.Stem);
                if (!word.IsCapital && !word.IsStop)
                    small.Add(word.Folded);
            }
        }

        (NameStems, SmallLetterWords) = (names, small);
    }

    public IReadOnlyList<AnnotatedText> Sentences { get; }

    /// <summary>Gets the stems of the content words.</summary>
    public HashSet<string> Stems { get; }

    /// <summary>Gets the stems of the names and numbers.</summary>
    public IReadOnlyCollection<string> NameStems { get; }

    /// <summary>Gets the folded content words in lower case.</summary>
    public IReadOnlyCollection<string> SmallLetterWords { get; }

    public static AnnotatedPassage Read(string text, Passage passage) =>
        new([.. passage.Sentences.Select(range => AnnotatedText.Read(range.In(text)))]);

    /// <summary>Returns the stems of the content words of several texts.</summary>
    public static HashSet<string> StemsOf(IReadOnlyList<AnnotatedText> texts)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (var word in text.Words)
            {
                if (!word.IsStop)
                    stems.Add(word.Stem);
            }
        }

        return stems;
    }
}
