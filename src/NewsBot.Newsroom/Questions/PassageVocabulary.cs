using NewsBot.Archive.Passages;
using NewsBot.Search.Analysis;

namespace NewsBot.Newsroom.Questions;

/// <summary>Collects the words of retrieved passages.</summary>
internal static class PassageVocabulary
{
    /// <summary>
    /// Returns each folded word with its uses inside a sentence, with a capital letter and without. Both are 0 for a
    /// word that only begins sentences.
    /// </summary>
    public static IReadOnlyDictionary<string, (int Capital, int Small)> Of(IReadOnlyList<RetrievedPassage> passages)
    {
        var uses = new Dictionary<string, (int Capital, int Small)>(StringComparer.Ordinal);
        foreach (var passage in passages)
        {
            foreach (var sentence in passage.Passage.Sentences)
            {
                var text = sentence.In(passage.Article.Article.Text);
                foreach (var (place, word) in WordTokenizer.Tokenize(text).Index())
                {
                    var folded = TermFolding.Fold(text.AsSpan(word.Start, word.Length));
                    if (place == 0)
                    {
                        uses.TryAdd(folded, (0, 0));
                        continue;
                    }

                    var (capital, small) = uses.GetValueOrDefault(folded);
                    uses[folded] = char.IsUpper(text[word.Start]) ? (capital + 1, small) : (capital, small + 1);
                }
            }
        }

        return uses;
    }
}
