using NewsBot.Archive.Passages;

namespace NewsBot.Newsroom.Models.Tools;

/// <summary>What tools tell a model.</summary>
internal static class ToolTexts
{
    /// <summary>Nothing was found, or nothing that was not shown before.</summary>
    public const string NothingNew = "Nothing new was found.";

    /// <summary>The article does not exist, or must not be seen.</summary>
    public const string NoArticle = "There is no such article.";

    /// <summary>Shows those passages that a turn has not shown yet, at most so many.</summary>
    public static string Show(ShownPassages shown, IEnumerable<RetrievedPassage> passages, int most)
    {
        var before = shown.Count;
        shown.Add(passages, most);
        return shown.Count > before ? PassageFence.OfTurn(shown, before) : NothingNew;
    }
}
