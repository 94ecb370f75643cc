using System.Runtime.InteropServices;
using NewsBot.Search.Analysis;

namespace NewsBot.Newsroom.Stories;

/// <summary>The content words of one text, as terms. Immutable.</summary>
internal sealed class StoryWords
{
    /// <summary>Words after these are background: reports tell the event first.</summary>
    private const int MaxWords = 1000;

    /// <summary>Holds <see cref="MaxWords"/> content words in most texts; of longer ones the rest need not be read. In UTF-16 code units.</summary>
    private const int UsualChars = 14_000;

    /// <summary>Reporters put who, what and where into about the first fifty content words.</summary>
    private const int LeadWords = 55;

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
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>The beginning of <see cref="Sequence"/>.</summary>
    public ReadOnlySpan<int> Lead => sequence.AsSpan(0, Math.Min(LeadWords, sequence.Length));

    /// <summary>Years that the text names, from 1900 to 2099, as terms.</summary>
    public HashSet<ulong> Years { get; }

    /// <summary>Months that the text names, from 1 to 12.</summary>
    public HashSet<int> Months { get; }

    public static StoryWords Read(string text)
    {
        var sequence = new List<int>();
        var positions = new Dictionary<ulong, int>();
        var terms = new List<Term>();
        var years = new HashSet<ulong>();
        var months = new HashSet<int>();
        foreach (var token in Beginning(text))
        {
            if (token.IsStopWord) continue;
            var term = StableHash.Of(token.Term);
            var isCapital = char.IsUpper(text[token.Start]);
            if (!positions.TryGetValue(term, out var position))
            {
                positions[term] = position = terms.Count;
                terms.Add(new Term(term, 0, 0, char.IsAsciiDigit(token.Term[0])));
            }

            ref var known = ref CollectionsMarshal.AsSpan(terms)[position];
            known = known with { Count = known.Count + 1, Capitals = known.Capitals + (isCapital ? 1 : 0) };
            if (known.IsNumber && token.Term.Length == 4 && token.Term.AsSpan(0, 2) is "19" or "20") years.Add(term);
            if (isCapital && CalendarMonth.Of(text.AsSpan(token.Start, token.Length)) is > 0 and var month) months.Add(month);
            sequence.Add(position);
            if (sequence.Count == MaxWords) break;
        }

        return new StoryWords([.. sequence], [.. terms], years, months);
    }

    private static IReadOnlyList<Token> Beginning(string text)
    {
        for (var chars = UsualChars; chars < text.Length; chars *= 2)
        {
            var cut = text.AsSpan(0, chars).LastIndexOfAny(' ', '\n');
            if (cut <= 0) continue;
            var tokens = TextAnalyzer.Analyze(text[..cut]);
            if (tokens.Count(token => !token.IsStopWord) >= MaxWords) return tokens;
        }

        return TextAnalyzer.Analyze(text);
    }

    /// <summary>A term of a text.</summary>
    /// <param name="Id">The hash of the folded and stemmed word; the same in every process.</param>
    /// <param name="Count">Occurrences.</param>
    /// <param name="Capitals">Occurrences with a capital letter.</param>
    /// <param name="IsNumber">The term begins with a digit.</param>
    internal readonly record struct Term(ulong Id, int Count, int Capitals, bool IsNumber);
}
