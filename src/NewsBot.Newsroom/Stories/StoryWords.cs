using System.Runtime.InteropServices;
using NewsBot.Newsroom.Language;
using NewsBot.Search.Analysis;

namespace NewsBot.Newsroom.Stories;

/// <summary>Represents the content words of one text, as terms. Immutable.</summary>
internal sealed class StoryWords
{
    /// <summary>Later words are background: reports tell the event first.</summary>
    private const int MaxWords = 1000;

    /// <summary>Reporters put who, what and where into about the first fifty content words.</summary>
    private const int LeadWords = 55;

    /// <summary>The month, ignored since it is often a person's name or a verb.</summary>
    private const int May = 5;

    private readonly int[] sequence;

    private StoryWords(int[] sequence, Term[] terms, HashSet<ulong> years, HashSet<int> months)
    {
        this.sequence = sequence;
        Terms = terms;
        Years = years;
        Months = months;
    }

    /// <summary>Gets the content words in order, as positions in <see cref="Terms"/>.</summary>
    public ReadOnlySpan<int> Sequence => sequence;

    /// <summary>Gets the different terms.</summary>
    public Term[] Terms { get; }

    /// <summary>Gets the beginning of <see cref="Sequence"/>.</summary>
    public ReadOnlySpan<int> Lead => sequence.AsSpan(0, Math.Min(LeadWords, sequence.Length));

    /// <summary>Gets the years from 1900 to 2099 that the text names, as terms.</summary>
    public HashSet<ulong> Years { get; }

    /// <summary>Gets the months that the text names, from 1 to 12, without May.</summary>
    public HashSet<int> Months { get; }

    /// <summary>Reads the words of a text.</summary>
    public static StoryWords Read(string text)
    {
        var counter = new Counter(text);
        TextAnalyzer.Visit(text, counter.Take);
        return counter.Words();
    }

    /// <summary>Represents a term of a text.</summary>
    /// <param name="Id">The hash of the folded and stemmed word; the same in every process.</param>
    /// <param name="Count">The number of occurrences.</param>
    /// <param name="Capitals">The number of occurrences with a capital letter.</param>
    /// <param name="IsNumber">Whether the term begins with a digit.</param>
    internal readonly record struct Term(ulong Id, int Count, int Capitals, bool IsNumber);

    /// <summary>Collects the words of a text.</summary>
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
            if (isStopWord)
                return true;
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
            if (known.IsNumber && word.Length == 4 && word[..2] is "19" or "20")
                years.Add(term);
            if (isCapital && TimeWords.MonthOf(text.AsSpan(start, length)) is > 0 and not May and var month)
                months.Add(month);
            sequence.Add(position);
            return sequence.Count < MaxWords;
        }

        public StoryWords Words() => new([.. sequence], [.. terms], years, months);
    }
}
