using NewsBot.Archive.Passages;
using NewsBot.Search.Analysis;

namespace NewsBot.Newsroom.Questions;

/// <summary>The words of retrieved passages.</summary>
internal static class PassageVocabulary
{
    /// <summary>Returns each folded word with how often it stands inside a sentence with a capital letter, and without one.</summary>
    public static IReadOnlyDictionary<string, (int Capital, int Small)> Of(IReadOnlyList<RetrievedPassage> passages)
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
