using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Language.WordNet;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing.Features;

/// <summary>
/// Measures the question's words that a sentence lacks: what they are, how rare they are, and what the sentence has instead.
/// </summary>
internal sealed class MissingWords
{
    private const double Found = 0.5;
    private const double Matched = 0.6;
    private const double SameWorth = 0.8;
    private const double NarrowerWorth = 0.5;
    private static readonly string[] Classes = ["Number", "Name", "Noun", "Verb", "Adjective", "Adverb"];

    private readonly double[] missing = new double[Classes.Length];
    private readonly double[] missingAround = new double[Classes.Length];
    private double opposites,
        freeOpposites,
        sisters,
        freeSisters,
        same,
        broader,
        narrower;
    private double rarity,
        rarest,
        rarityAround,
        totalRarity,
        covered,
        total;
    private double otherBefore,
        otherAfter;

    public static MissingWords Of(AlignedCandidate aligned)
    {
        var found = new MissingWords();
        var entries = EntriesOf(aligned.Words);
        foreach (var term in aligned.Question.Terms)
            found.Add(term, aligned, entries);
        return found;
    }

    public void Write(FeatureWriter features)
    {
        for (var i = 0; i < Classes.Length; i++)
        {
            features.Add("lacks" + Classes[i], missing[i]);
            features.Add("nowhere" + Classes[i], missingAround[i]);
        }

        features.Add("opposites", opposites);
        features.Add("freeOpposites", freeOpposites);
        features.Add("sisters", sisters);
        features.Add("freeSisters", freeSisters);
        features.Add("sameMeaning", same);
        features.Add("broader", broader);
        features.Add("narrower", narrower);
        features.Add("lackedRarity", rarity);
        features.Add("rarestLacked", rarest);
        features.Add("nowhereRarity", rarityAround);
        features.Add("lackedRarityShare", totalRarity > 0 ? rarity / totalRarity : 0);
        features.Add("coveredMeaning", total > 0 ? covered / total : 0);
        features.Add("otherBefore", otherBefore);
        features.Add("otherAfter", otherAfter);
    }

    private void Add(QuestionTerm term, AlignedCandidate aligned, WordEntry?[] entries)
    {
        var weight = aligned.WeightOf(term);
        var entry = term.Word.Number is null ? WordTable.Of(term.Word.Stem) : null;
        var termRarity = term.IsName || entry is null ? 1 : entry.Rarity;
        total += weight;
        totalRarity += termRarity;
        if (aligned.MatchOf(term).Strength >= Found)
        {
            covered += weight;
            return;
        }

        var relation = entry is null || term.WordCount > 1 ? WordRelation.None : RelationsOf(entry, aligned, entries);
        if (relation.HasFlag(WordRelation.Same))
        {
            same += weight;
            covered += weight * SameWorth;
            return;
        }

        var isNarrower = relation.HasFlag(WordRelation.Narrower);
        if (isNarrower)
        {
            narrower += weight;
            covered += weight * NarrowerWorth;
        }

        if (relation.HasFlag(WordRelation.Broader))
            broader += weight;
        if (relation.HasFlag(WordRelation.Sister))
            sisters += weight;
        if (relation.HasFlag(WordRelation.Opposite))
            opposites++;
        var number = ClassOf(term, entry);
        missing[number]++;
        rarity += termRarity;
        rarest = Math.Max(rarest, termRarity);
        var context = aligned.Candidate.Context;
        if (!isNarrower && !context.Near.Contains(term.Word.Stem) && !context.Headline.Contains(term.Word.Stem))
        {
            missingAround[number]++;
            rarityAround += termRarity;
        }

        otherBefore += HasOther(aligned, term, 1) ? 1 : 0;
        otherAfter += HasOther(aligned, term, -1) ? 1 : 0;
    }

    private WordRelation RelationsOf(WordEntry entry, AlignedCandidate aligned, WordEntry?[] entries)
    {
        var relations = WordRelation.None;
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i] is not { } other)
                continue;
            var relation = other == entry ? WordRelation.Same : entry.To(other);
            relations |= relation;
            if (aligned.IsAsked(i))
                continue;
            if (relation.HasFlag(WordRelation.Opposite))
                freeOpposites++;
            if (relation.HasFlag(WordRelation.Sister) && !relation.HasFlag(WordRelation.Same))
                freeSisters++;
        }

        return relations;
    }

    /// <summary>
    /// Determines whether the neighbour of a missing word has another word next to it: "closing speakers" in the question, "opening
    /// speakers" in the sentence.
    /// </summary>
    private static bool HasOther(AlignedCandidate aligned, QuestionTerm term, int step)
    {
        var terms = aligned.Question.Terms;
        if (term.Number + step < 0 || term.Number + step >= terms.Count)
            return false;
        var neighbour = terms[term.Number + step];
        if (!StandNextTo(aligned.Question.Text.Words, step > 0 ? term.Word : neighbour.Word, step > 0 ? neighbour.Word : term.Word))
            return false;
        var match = aligned.MatchOf(neighbour);
        var place = match.Position - step;
        if (match.Strength < Matched || place < 0 || place >= aligned.Words.Count)
            return false;
        return !aligned.Words[place].IsStop
            && aligned.Words[Math.Max(place, match.Position)].BreakBefore <= WordBreak.Hyphen
            && !aligned.IsAsked(place);
    }

    private static bool StandNextTo(IReadOnlyList<AnnotatedWord> words, AnnotatedWord first, AnnotatedWord second)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i] == second)
                return words[i - 1] == first;
        }

        return false;
    }

    private static int ClassOf(QuestionTerm term, WordEntry? entry) =>
        term.Word.Number is not null ? 0
        : term.IsName ? 1
        : entry?.Class switch
        {
            WordClass.Verb => 3,
            WordClass.Adjective => 4,
            WordClass.Adverb => 5,
            _ => 2,
        };

    private static WordEntry?[] EntriesOf(IReadOnlyList<AnnotatedWord> words)
    {
        var entries = new WordEntry?[words.Count];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = words[i].IsStop || words[i].Number is not null ? null : WordTable.Of(words[i].Stem);
        return entries;
    }
}
