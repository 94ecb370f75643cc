using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Archive.Splitting;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Layout;

namespace NewsBot.Newsroom.Versions;

/// <summary>Represents a sentence that a correction replaced, each side cut for print. Immutable.</summary>
/// <param name="Before">What the version before said.</param>
/// <param name="Now">What the corrected version says.</param>
internal sealed record ReplacedSentence(string Before, string Now)
{
    /// <summary>The share of common words, of the words in either, from which one sentence counts as replacing another.</summary>
    private const double SamePlace = 0.3;

    private const int MaxQuoteChars = 160;

    /// <summary>Returns the version that this one superseded; null when there is none, or when it was withdrawn.</summary>
    /// <param name="versions">All versions of the item, oldest first.</param>
    /// <param name="source">The source of the corrected version.</param>
    public static ArchivedArticle? VersionBefore(IEnumerable<ArticleVersion> versions, string source) =>
        versions
            .TakeWhile(version => version.Article.Article.Source != source)
            .LastOrDefault(version => version.Stage == ArticleStage.Superseded)
            ?.Article;

    /// <summary>Returns the first of these sentences that replaced one of the version before; null when none did.</summary>
    /// <param name="sentences">Sentences of the corrected version.</param>
    /// <param name="before">The text of the version before.</param>
    /// <param name="corrected">The text of the corrected version; what it still says was not replaced.</param>
    public static ReplacedSentence? Find(IEnumerable<string> sentences, string before, string corrected)
    {
        string[] gone =
        [
            .. SentenceSplitter
                .Split(before)
                .Select(range => range.In(before))
                .Where(sentence => !corrected.Contains(sentence, StringComparison.Ordinal)),
        ];
        foreach (var now in sentences.Where(sentence => !before.Contains(sentence, StringComparison.Ordinal)))
        {
            if (NearestTo(now, gone) is { } replaced)
                return new ReplacedSentence(Cut(replaced), Cut(now));
        }

        return null;
    }

    private static string? NearestTo(string now, string[] sentences)
    {
        var stems = AnnotatedPassage.StemsOf([AnnotatedText.Read(now)]);
        return sentences
            .Select(sentence => (Text: sentence, Likeness: LikenessOf(sentence)))
            .Where(one => one.Likeness >= SamePlace)
            .MaxBy(one => one.Likeness)
            .Text;

        double LikenessOf(string sentence)
        {
            var others = AnnotatedPassage.StemsOf([AnnotatedText.Read(sentence)]);
            var shared = others.Count(stems.Contains);
            return shared == 0 ? 0 : (double)shared / (stems.Count + others.Count - shared);
        }
    }

    private static string Cut(string sentence) => WordCut.At(WhiteSpace.Fold(sentence), MaxQuoteChars);
}
