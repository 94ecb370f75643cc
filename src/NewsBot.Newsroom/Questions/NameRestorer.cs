using System.Text;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Questions;

/// <summary>
/// Restores the capitals of a question typed without them ("where was putin") as in the retrieved passages, so that its
/// names are read as names.
/// </summary>
internal static class NameRestorer
{
    /// <summary>The share of a word's uses inside sentences that must be capitalised.</summary>
    private const double MostlyCapital = 0.75;

    /// <summary>Returns the question with its capitals restored; unchanged when it has them or no passage helps.</summary>
    public static AnnotatedText Restore(AnnotatedText question, Lazy<IReadOnlyDictionary<string, (int Capital, int Small)>> vocabulary)
    {
        var (text, words) = (question.Text, question.Words);
        var isOneCase =
            words.Skip(1).All(word => !word.IsCapital)
            || words.All(word => !text.AsSpan(word.Start, word.End - word.Start).ContainsAnyInRange('a', 'z'));
        if (words.Count == 0 || !isOneCase)
            return question;
        var uses = vocabulary.Value;
        var restored = new StringBuilder(text);
        foreach (var word in words)
        {
            if (word.IsStop || !uses.TryGetValue(word.Folded, out var use) || use is (0, 0))
                continue;
            var isName = use.Capital >= MostlyCapital * (use.Capital + use.Small);
            for (var i = word.Start; i < word.End; i++)
            {
                restored[i] = isName && i == word.Start ? char.ToUpperInvariant(text[i]) : char.ToLowerInvariant(text[i]);
            }
        }

        return restored.Equals(text.AsSpan()) ? question : AnnotatedText.Read(restored.ToString());
    }
}
