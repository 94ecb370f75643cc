using System.Text;
using NewsBot.Archive.Passages;
using NewsBot.Search.Analysis;

namespace NewsBot.Newsroom.Questions;

/// <summary>
/// Gives a question typed without capital letters ("where was putin") the capitals that the retrieved passages write, so that its
/// names are read as names.
/// </summary>
internal static class NameRestorer
{
    /// <summary>Share of a word's uses inside sentences that must be capitalised.</summary>
    private const double MostlyCapital = 0.75;

    public static string Restore(string question, IReadOnlyList<RetrievedPassage> passages)
    {
        var words = WordTokenizer.Tokenize(question);
        var isOneCase = words.Skip(1).All(word => !char.IsUpper(question[word.Start])) || words.All(word => !question.AsSpan(word.Start, word.Length).ContainsAnyInRange('a', 'z'));
        if (words.Count == 0 || !isOneCase) return question;
        var uses = UsesIn(passages);
        var restored = new StringBuilder(question);
        foreach (var word in words)
        {
            var folded = TermFolding.Fold(question.AsSpan(word.Start, word.Length));
            if (StopWords.Contains(folded) || !uses.TryGetValue(folded, out var use)) continue;
            var isName = use.Capital >= MostlyCapital * (use.Capital + use.Small);
            for (var i = word.Start; i < word.Start + word.Length; i++)
            {
                restored[i] = isName && i == word.Start ? char.ToUpperInvariant(question[i]) : char.ToLowerInvariant(question[i]);
            }
        }

        return restored.ToString();
    }

    private static Dictionary<string, (int Capital, int Small)> UsesIn(IReadOnlyList<RetrievedPassage> passages)
    {
        var uses = new Dictionary<string, (int Capital, int Small)>(StringComparer.Ordinal);
        foreach (var passage in passages)
        {
            foreach (var sentence in passage.Passage.Sentences)
            {
                var text = sentence.In(passage.Article.Article.Text);
                foreach (var word in WordTokenizer.Tokenize(text).Skip(1))
                {
                    var folded = TermFolding.Fold(text.AsSpan(word.Start, word.Length));
                    var (capital, small) = uses.GetValueOrDefault(folded);
                    uses[folded] = char.IsUpper(text[word.Start]) ? (capital + 1, small) : (capital, small + 1);
                }
            }
        }

        return uses;
    }
}
