using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing.Matching;

/// <summary>Finds all terms of a question in sentences. Most words match none of them, which is cached by word.</summary>
/// <remarks>Not thread-safe: it caches the words it has seen.</remarks>
internal sealed class TermMatchers(IReadOnlyList<QuestionTerm> terms)
{
    private readonly TermMatcher[] matchers = [.. terms.Select(term => new TermMatcher(term))];
    private readonly Dictionary<WordForm, bool> canMatch = [];
    private readonly Dictionary<WordForm, bool> canMatchAsCapital = [];

    /// <summary>
    /// Returns the best match of each term in the sentence, in the order of the terms; the earliest if several are equally good.
    /// </summary>
    public TermMatch[] Best(AnnotatedText sentence)
    {
        var best = new TermMatch[matchers.Length];
        Array.Fill(best, TermMatch.None);
        var words = sentence.Words;
        for (var position = 0; position < words.Count; position++)
        {
            if (!CanMatch(words[position]))
                continue;
            for (var term = 0; term < matchers.Length; term++)
            {
                var match = matchers[term].At(sentence, position);
                if (match.Strength > best[term].Strength)
                    best[term] = match;
            }
        }

        return best;
    }

    /// <summary>Returns the match of one term that starts at one position of the sentence.</summary>
    public TermMatch At(QuestionTerm term, AnnotatedText sentence, int position) =>
        CanMatch(sentence.Words[position]) ? matchers[term.Number].At(sentence, position) : TermMatch.None;

    private bool CanMatch(AnnotatedWord word)
    {
        var known = word.IsCapital ? canMatchAsCapital : canMatch;
        if (known.TryGetValue(word.Form, out var can))
            return can;
        foreach (var matcher in matchers)
            can |= matcher.CanStartAt(word);
        return known[word.Form] = can;
    }
}
