using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding.Aligning;

/// <summary>
/// Represents the alignment of a statement with its evidence: the words that are covered at all, the sentence that has most of them in the
/// same order (weighted longest common subsequence), and the runs of words that are copied.
/// </summary>
internal sealed class Alignment
{
    private const double StopWeight = 0.4;

    /// <summary>The cost of moving a part of the sentence to its other end ("…, the council said" for "The council said …").</summary>
    private const double TurnCost = 0.04;

    private readonly double[] strengths;
    private readonly double[] best;

    // The table of the longest common subsequence, reused for every sentence and every turn.
    private readonly double[] scratch;

    private Alignment(AnnotatedText claim, Evidence evidence)
    {
        Claim = claim;
        Evidence = evidence;
        strengths = new double[claim.Words.Count * evidence.Vocabulary.Length];
        best = new double[claim.Words.Count];
        scratch = new double[(claim.Words.Count + 1) * (evidence.Sentences.Max(sentence => sentence.Count) + 1)];
        for (var i = 0; i < best.Length; i++)
        {
            for (var id = 0; id < evidence.Vocabulary.Length; id++)
            {
                var strength = WordCover.Strength(claim.Words[i], evidence.Vocabulary[id]);
                strengths[(i * evidence.Vocabulary.Length) + id] = strength;
                best[i] = Math.Max(best[i], strength);
            }
        }

        Main = evidence.Sentences[0];
        Pairs = [];
    }

    /// <summary>Gets the words of the statement.</summary>
    public AnnotatedText Claim { get; }

    /// <summary>Gets the evidence.</summary>
    public Evidence Evidence { get; }

    /// <summary>Gets the sentence that has most of the statement in the same order; of equals, the earliest.</summary>
    public EvidenceSentence Main { get; private set; }

    /// <summary>Gets the share of the statement's weight that <see cref="Main"/> has in the same order, 0 to 1.</summary>
    public double MainShare { get; private set; }

    /// <summary>
    /// Gets, for each word of the statement, its match in <see cref="Main"/> as a position among all words of the evidence; -1 for none.
    /// </summary>
    public int[] Pairs { get; private set; }

    /// <summary>Gets the first and last position in the evidence of a paired content word; (-1, -1) when there is none.</summary>
    public (int First, int Last) Span { get; private set; } = (-1, -1);

    /// <summary>Gets the runs of words that the statement copies, from left to right.</summary>
    public IReadOnlyList<CopiedRun> Runs { get; private set; } = [];

    /// <summary>Gets the first content word that nothing in the evidence covers; null when all are covered.</summary>
    public string? FirstUncovered
    {
        get
        {
            for (var i = 0; i < best.Length; i++)
            {
                if (IsContent(Claim.Words[i]) && best[i] < WordCover.Covered)
                    return Claim.Words[i].Folded;
            }

            return null;
        }
    }

    /// <summary>Returns the alignment of a statement with its evidence.</summary>
    public static Alignment Of(AnnotatedText claim, Evidence evidence)
    {
        var alignment = new Alignment(claim, evidence);
        var total = claim.Words.Sum(Weight);
        var most = -1.0;
        foreach (var sentence in evidence.Sentences)
        {
            var (share, _) = alignment.InOrder(sentence, withPairs: false);
            if (share <= most)
                continue;
            most = share;
            alignment.Main = sentence;
        }

        alignment.MainShare = most / total;
        alignment.Pairs = alignment.InOrder(alignment.Main, withPairs: true).Pairs!;
        alignment.Turn(total);
        var placed = alignment.Pairs.Where((place, i) => place >= 0 && IsContent(claim.Words[i])).ToArray();
        if (placed.Length > 0)
            alignment.Span = (placed.Min(), placed.Max());
        alignment.Runs = CopiedRun.Find(alignment);
        return alignment;
    }

    /// <summary>Gets a value indicating whether <see cref="Main"/> covers every content word.</summary>
    public bool IsCoveredByMain =>
        Enumerable.Range(0, best.Length).All(i => !IsContent(Claim.Words[i]) || CoverIn(i, Main) >= WordCover.Covered);

    /// <summary>Determines whether a word says what a sentence is about.</summary>
    public static bool IsContent(AnnotatedWord word) => !word.IsStop;

    /// <summary>Returns how much a word counts: 1, or less for a stop word.</summary>
    public static double Weight(AnnotatedWord word) => word.IsStop ? StopWeight : 1;

    /// <summary>Returns how well the best match anywhere in the evidence covers the statement's word, 0 to 1.</summary>
    public double CoverOf(int claimWord) => best[claimWord];

    /// <summary>
    /// Returns how well a word of the evidence, given by its position among all words, covers a word of the statement, 0 to 1.
    /// </summary>
    public double Strength(int claimWord, int place) => strengths[(claimWord * Evidence.Vocabulary.Length) + Evidence.Ids[place]];

    /// <summary>Returns how well the best match within one sentence covers the word, 0 to 1.</summary>
    public double CoverIn(int claimWord, EvidenceSentence sentence)
    {
        var cover = 0.0;
        for (var place = sentence.Start; place < sentence.End; place++)
            cover = Math.Max(cover, Strength(claimWord, place));
        return cover;
    }

    /// <summary>Tries the statement with its end first, for each place where it may be cut, and keeps the best alignment.</summary>
    private void Turn(double total)
    {
        for (var cut = 1; cut < Claim.Words.Count && MainShare < 1 - TurnCost; cut++)
        {
            var share = (InOrder(Main, withPairs: false, cut).Weight / total) - TurnCost;
            if (share > MainShare)
                (MainShare, Pairs) = (share, InOrder(Main, withPairs: true, cut).Pairs!);
        }
    }

    /// <summary>
    /// Returns the weighted longest common subsequence of a sentence and the statement, read from word <paramref name="cut"/> on and then
    /// from its beginning.
    /// </summary>
    private (double Weight, int[]? Pairs) InOrder(EvidenceSentence sentence, bool withPairs, int cut = 0)
    {
        var rows = Claim.Words.Count;
        var columns = sentence.Count;
        var table = scratch.AsSpan(0, (rows + 1) * (columns + 1));
        table.Clear();
        for (var i = 1; i <= rows; i++)
        {
            var word = (i - 1 + cut) % rows;
            var weight = Weight(Claim.Words[word]);
            for (var j = 1; j <= columns; j++)
            {
                var strength = Strength(word, sentence.Start + j - 1);
                var kept = Math.Max(table[((i - 1) * (columns + 1)) + j], table[(i * (columns + 1)) + j - 1]);
                if (strength >= WordCover.Covered)
                    kept = Math.Max(kept, table[((i - 1) * (columns + 1)) + j - 1] + (weight * strength));
                table[(i * (columns + 1)) + j] = kept;
            }
        }

        return (table[^1], withPairs ? Backtrack(table, sentence, cut) : null);
    }

    private int[] Backtrack(ReadOnlySpan<double> table, EvidenceSentence sentence, int cut)
    {
        var columns = sentence.Count;
        var pairs = new int[Claim.Words.Count];
        Array.Fill(pairs, -1);
        int i = pairs.Length,
            j = columns;
        while (i > 0 && j > 0)
        {
            var here = table[(i * (columns + 1)) + j];
            if (table[((i - 1) * (columns + 1)) + j] >= here)
            {
                i--;
            }
            else if (table[(i * (columns + 1)) + j - 1] >= here)
            {
                j--;
            }
            else
            {
                pairs[(--i + cut) % pairs.Length] = sentence.Start + --j;
            }
        }

        return pairs;
    }
}
