using NewsBot.Archive.Splitting;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding.Aligning;

/// <summary>
/// Represents the quotes of a statement as one list of words, each with its sentence and its place in the vocabulary. Immutable.
/// </summary>
internal sealed class Evidence
{
    private Evidence(
        IReadOnlyList<string> quotes,
        EvidenceSentence[] sentences,
        AnnotatedWord[] words,
        int[] ids,
        AnnotatedWord[] vocabulary
    )
    {
        Quotes = quotes;
        Sentences = sentences;
        Words = words;
        Ids = ids;
        Vocabulary = vocabulary;
    }

    /// <summary>Gets the quotes.</summary>
    public IReadOnlyList<string> Quotes { get; }

    /// <summary>Gets the sentences; each has at least one word.</summary>
    public EvidenceSentence[] Sentences { get; }

    /// <summary>Gets the words of all sentences, in order.</summary>
    public AnnotatedWord[] Words { get; }

    /// <summary>Gets the index of each word in <see cref="Vocabulary"/>.</summary>
    public int[] Ids { get; }

    /// <summary>Gets every form of a word once.</summary>
    public AnnotatedWord[] Vocabulary { get; }

    /// <summary>Splits quotes into sentences and words.</summary>
    public static Evidence Read(IReadOnlyList<string> quotes)
    {
        var sentences = new List<EvidenceSentence>();
        var words = new List<AnnotatedWord>();
        var ids = new List<int>();
        var vocabulary = new List<AnnotatedWord>();
        var known = new Dictionary<(string, bool), int>();
        foreach (var (number, quote) in quotes.Index())
        {
            foreach (var range in SentenceSplitter.Split(quote))
            {
                var text = AnnotatedText.Read(range.In(quote));
                if (text.Words.Count == 0)
                    continue;
                sentences.Add(new EvidenceSentence(text, number, words.Count));
                foreach (var word in text.Words)
                {
                    if (!known.TryGetValue((word.Folded, word.IsCapital), out var id))
                    {
                        known[(word.Folded, word.IsCapital)] = id = vocabulary.Count;
                        vocabulary.Add(word);
                    }

                    words.Add(word);
                    ids.Add(id);
                }
            }
        }

        return new Evidence(quotes, [.. sentences], [.. words], [.. ids], [.. vocabulary]);
    }
}
