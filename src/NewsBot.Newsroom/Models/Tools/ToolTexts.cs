using NewsBot.Archive.Passages;

namespace NewsBot.Newsroom.Models.Tools;

/// <summary>Provides the texts that tools return to a language model.</summary>
internal static class ToolTexts
{
    /// <summary>Specifies the text when nothing was found, or nothing that was not shown before.</summary>
    public const string NothingNew = "Nothing new was found.";

    /// <summary>Specifies the text when the article does not exist or may not be seen.</summary>
    public const string NoArticle = "There is no such article.";

    /// <summary>Shows passages that a turn has not shown yet, at most <paramref name="most"/>.</summary>
    public static string Show(ShownPassages shown, IEnumerable<RetrievedPassage> passages, int most)
    {
        var before = shown.Count;
        shown.Add(passages, most);
        return shown.Count > before ? PassageFence.OfTurn(shown, before) : NothingNew;
    }
}
