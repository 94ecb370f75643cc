using System.Runtime.InteropServices;
using NewsBot.Newsroom.Language;
using NewsBot.Search.Analysis;

namespace NewsBot.Newsroom.Stories;

/// <summary>The content words of one text, as terms. Immutable.</summary>
internal sealed class StoryWords
{
    /// <summary>Words after these are background: reports tell the event first.</summary>
    private const int MaxWords = 1000;

    /// <summary>Reporters put who, what and where into about the first fifty content words.</summary>
    private const int LeadWords = 55;

    /// <summary>Often the name of a person, or a verb.</summary>
    private const int May = 5;

    private readonly int[] sequence;

    private StoryWords(int[] sequence, Term[] terms, HashSet<ulong> years, HashSet<int> months)
    {
        this.sequence = sequence;
        Terms = terms;
        Years = years;
        Months = months;
    }

    /// <summary>The content words in order, as positions in <see cref="Terms"/>.</summary>
    public ReadOnlySpan<int> Sequence => sequence;

    /// <summary>Each different term once.</summary>
    public Term[] Terms { get; }

    /// <summary>The beginning of <see cref="Sequence"/>.</summary>
    public ReadOnlySpan<int> Lead => sequence.AsSpan(0, Math.Min(LeadWords, sequence.Length));

    /// <summary>Years that the text names, from 1900 to 2099, as terms.</summary>
    public HashSet<ulong> Years { get; }

    /// <summary>Months that the text names, from 1 to 12.</summary>
    public HashSet<int> Months { get; }

    public static StoryWords Read(string text)
    {
        var counter = new Counter(text);
        TextAnalyzer.Visit(text, counter.Take);
        return counter.Words();
    }

    /// <summary>A term of a text.</summary>
    /// <param name="Id">The hash of the folded and stemmed word; the same in every process.</param>
    /// <param name="Count">Occurrences.</param>
    /// <param name="Capitals">Occurrences with a capital letter.</param>
    /// <param name="IsNumber">The term begins with a digit.</param>
    internal readonly record struct Term(ulong Id, int Count, int Capitals, bool IsNumber);

    /// <summary>The words so far.</summary>
    private sealed class Counter(string text)
    {
        /// <summary>Enough for most texts.</summary>
        private const int UsualTerms = 350;

        private readonly List<int> sequence = new(2 * UsualTerms);
        private readonly Dictionary<ulong, int> positions = new(UsualTerms);
        private readonly List<Term> terms = new(UsualTerms);
        private readonly HashSet<ulong> years = [];
        private readonly HashSet<int> months = [];

        public bool Take(int start, int length, ReadOnlySpan<char> word, bool isStopWord)
        {
            if (isStopWord) return true;
            var term = StableHash.Of(word);
            var isCapital = char.IsUpper(text[start]);
            ref var position = ref CollectionsMarshal.GetValueRefOrAddDefault(positions, term, out var isKnown);
            if (!isKnown)
            {
                position = terms.Count;
                terms.Add(new Term(term, 0, 0, char.IsAsciiDigit(word[0])));
            }

            ref var known = ref CollectionsMarshal.AsSpan(terms)[position];
            known = known with { Count = known.Count + 1, Capitals = known.Capitals + (isCapital ? 1 : 0) };
            if (known.IsNumber && word.Length == 4 && word[..2] is "19" or "20") years.Add(term);
            if (isCapital && TimeWords.MonthOf(text.AsSpan(start, length)) is > 0 and not May and var month) months.Add(month);
            sequence.Add(position);
            return sequence.Count < MaxWords;
        }

        public StoryWords Words() => new([.. sequence], [.. terms], years, months);
    }
}
