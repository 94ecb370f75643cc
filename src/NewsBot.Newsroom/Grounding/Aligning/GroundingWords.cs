using System.Collections.Frozen;
using NewsBot.Newsroom.Language;
using NewsBot.Search.Analysis;

namespace NewsBot.Newsroom.Grounding.Aligning;

/// <summary>The judge's own reviewed word lists (<c>Grounding/Words</c>), read once. Thread-safe.</summary>
internal static class GroundingWords
{
    private static readonly FrozenDictionary<string, int[]> Synonyms = Groups("synonyms");
    private static readonly FrozenDictionary<string, FrozenSet<string>> OppositesOf = ReadOpposites();
    private static readonly FrozenDictionary<string, string> Auxiliaries = ReadClasses("auxiliaries");
    private static readonly FrozenDictionary<string, string> Hedges = ReadClasses("hedges");
    private static readonly FrozenSet<string> Negators = Words("negators");
    private static readonly FrozenSet<string> ScopelessNegators = Words("denials");
    private static readonly FrozenSet<string> SpeechVerbs = Words("speech-verbs");
    private static readonly string[] InstructionPhrases = [.. Lexicon.Lines("instructions")];

    /// <summary>"is" and "was", "has" and "had": forms that differ in tense or number alone.</summary>
    public static bool IsSameAuxiliary(string a, string b) => Auxiliaries.TryGetValue(a, out var first) && Auxiliaries.TryGetValue(b, out var second) && first == second;

    /// <summary>"was", "has", "will", "can", "did": a clause has one, a name has none.</summary>
    public static bool IsVerbal(string folded) => Auxiliaries.GetValueOrDefault(folded) is "be" or "have" or "do" or "will" or "can";

    /// <summary>Stems of words that may replace each other in a sentence.</summary>
    public static bool AreSynonyms(string a, string b) =>
        Synonyms.TryGetValue(a, out var first) && Synonyms.TryGetValue(b, out var second) && first.AsSpan().ContainsAny(second);

    /// <summary>Words that cannot both be true of the same thing.</summary>
    public static bool AreOpposites(AnnotatedWord a, AnnotatedWord b) =>
        (OppositesOf.TryGetValue(a.Folded, out var ofForm) && ofForm.Contains(b.Folded)) || (OppositesOf.TryGetValue(a.Stem, out var ofStem) && ofStem.Contains(b.Stem));

    /// <summary>Whether a word has opposites at all.</summary>
    public static bool HasOpposites(AnnotatedWord word) => OppositesOf.ContainsKey(word.Folded) || OppositesOf.ContainsKey(word.Stem);

    /// <summary>The class of a hedge ("alleged", "may"); null for other words.</summary>
    public static string? HedgeOf(AnnotatedWord word) =>
        word.Folded == "may" && word.IsCapital && word.BreakBefore < WordBreak.Quote ? null : Hedges.GetValueOrDefault(word.Folded) ?? (word.IsStop ? null : Hedges.GetValueOrDefault(word.Stem));

    /// <summary>"not", "never", "wasn't", "without".</summary>
    public static bool IsNegator(AnnotatedWord word) => word.Folded.EndsWith("n't", StringComparison.Ordinal) || Negators.Contains(word.Folded);

    /// <summary>"denied", "refused", "failed": verbs that negate what follows them.</summary>
    public static bool IsDenial(AnnotatedWord word) => ScopelessNegators.Contains(word.Folded) || ScopelessNegators.Contains(word.Stem);

    /// <summary>A finite form of a verb whose subject speaks: "said", "denied".</summary>
    public static bool IsSpeechVerb(string folded) => SpeechVerbs.Contains(folded);

    /// <summary>The phrase with which a text speaks to a machine; null when it does not.</summary>
    /// <param name="folded">Folded words with single spaces between them and around them.</param>
    public static string? InstructionIn(string folded) => Array.Find(InstructionPhrases, phrase => folded.Contains($" {phrase} ", StringComparison.Ordinal));

    private static FrozenDictionary<string, int[]> Groups(string list)
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (number, line) in Lexicon.Lines(list).Index())
        {
            foreach (var word in Split(line)) (groups.TryGetValue(StemOf(word), out var known) ? known : groups[StemOf(word)] = []).Add(number);
        }

        return groups.ToFrozenDictionary(group => group.Key, group => group.Value.ToArray(), StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, FrozenSet<string>> ReadOpposites()
    {
        var opposites = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var line in Lexicon.Lines("opposites"))
        {
            var sides = line.Split('|').Select(side => Split(side).SelectMany(word => (string[])[word, StemOf(word)]).ToArray()).ToArray();
            foreach (var side in sides)
            {
                foreach (var word in side)
                    (opposites.TryGetValue(word, out var known) ? known : opposites[word] = new(StringComparer.Ordinal)).UnionWith(sides.Where(other => other != side).SelectMany(other => other));
            }
        }

        return opposites.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, string> ReadClasses(string list)
    {
        var classes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Lexicon.Lines(list))
        {
            var parts = line.Split(':');
            foreach (var word in Split(parts[1])) classes[word] = parts[0].Trim();
        }

        return classes.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenSet<string> Words(string list) => Lexicon.Lines(list).SelectMany(Split).ToFrozenSet(StringComparer.Ordinal);

    private static string[] Split(string line) => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string StemOf(string word) => EnglishStemmer.Stem(TermFolding.Fold(word));
}
