using NewsBot.Search.Analysis;

namespace NewsBot.Newsroom.Stories;

/// <summary>The content words of one text, as terms. Immutable.</summary>
internal sealed class StoryWords
{
    /// <summary>Words after these are background: reports tell the event first.</summary>
    private const int MaxWords = 1500;

    /// <summary>Reporters put who, what and where into about the first fifty content words.</summary>
    private const int LeadWords = 55;

    private StoryWords(Word[] sequence)
    {
        Sequence = sequence;
        Terms = [.. sequence.GroupBy(word => word.Term, StringComparer.Ordinal).Select(group => new Term(group.Key, group.Count(), group.Count(word => word.IsCapital)))];
        Years = sequence.Where(word => word.IsNumber && word.Term.Length == 4 && word.Term[..2] is "19" or "20").Select(word => word.Term).ToHashSet(StringComparer.Ordinal);
        Months = sequence.Where(word => word.Month > 0).Select(word => word.Month).ToHashSet();
    }

    /// <summary>The content words in order.</summary>
    public IReadOnlyList<Word> Sequence { get; }

    /// <summary>Each different term once, with how often it occurs.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>The beginning of <see cref="Sequence"/>.</summary>
    public IEnumerable<Word> Lead => Sequence.Take(LeadWords);

    /// <summary>Years that the text names, from 1900 to 2099.</summary>
    public IReadOnlySet<string> Years { get; }

    /// <summary>Months that the text names, from 1 to 12.</summary>
    public IReadOnlySet<int> Months { get; }

    public static StoryWords Read(string text)
    {
        var words = new List<Word>();
        foreach (var token in TextAnalyzer.Analyze(text))
        {
            if (token.IsStopWord) continue;
            var isCapital = char.IsUpper(text[token.Start]);
            words.Add(new Word(token.Term, isCapital, char.IsAsciiDigit(token.Term[0]), isCapital ? CalendarMonth.Of(text.AsSpan(token.Start, token.Length)) : 0));
            if (words.Count == MaxWords) break;
        }

        return new StoryWords([.. words]);
    }

    /// <summary>A content word.</summary>
    /// <param name="Term">Folded and stemmed.</param>
    /// <param name="IsCapital">It begins with a capital letter.</param>
    /// <param name="IsNumber">It begins with a digit.</param>
    /// <param name="Month">The month that it names, from 1; else 0.</param>
    internal readonly record struct Word(string Term, bool IsCapital, bool IsNumber, int Month);

    /// <summary>A term of a text.</summary>
    /// <param name="Text">Folded and stemmed.</param>
    /// <param name="Count">Occurrences.</param>
    /// <param name="Capitals">Occurrences with a capital letter.</param>
    internal readonly record struct Term(string Text, int Count, int Capitals)
    {
        /// <summary>The term begins with a digit.</summary>
        public bool IsNumber => char.IsAsciiDigit(Text[0]);
    }
}
