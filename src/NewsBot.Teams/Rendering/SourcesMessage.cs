using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Layout;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Rendering;

/// <summary>Renders the answer to <c>sources …</c> as a message.</summary>
internal static class SourcesMessage
{
    private const int MaxQueryChars = 200;

    public static Activity Render(string query, ArticleFilter filter, IReadOnlyList<ShownPassage> passages)
    {
        var shown = WordCut.At(query, MaxQueryChars);
        return passages.Count > 0
            ? CardElements.Message(
                $"“{shown}”: {AnswerBlock.Found.CountOf(passages.Count)}",
                PassagesCard.OfSearch(shown, filter, passages)
            )
            : AnswerMessage.Plain(filter.IsNone ? PassagesCard.None(shown) : $"{PassagesCard.None(shown)}\n{FilterText.Searched(filter)}");
    }
}
