using NewsBot.Newsroom.Answers;

namespace NewsBot.Discord.Rendering;

/// <summary>Writes a statement as an item of a list, each of its numbers a link to the quote.</summary>
internal static class StatementLine
{
    /// <summary>A longer sentence is cut: sentences of news are not, lists that were taken for one are.</summary>
    private const int MaxSentence = 1200;

    /// <summary>Returns the line.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="citations">All citations, numbered from 1.</param>
    public static string Of(Statement statement, IReadOnlyList<Citation> citations)
    {
        var numbers = statement.Citations.Select(number =>
            DiscordMarkdown.Link($"[{number}]", citations[number - 1].Link) is { Length: > 0 } link ? link : $"[{number}]"
        );
        return $"• {Cut.ToSentences(statement.Text, MaxSentence)} {string.Join(' ', numbers)}";
    }
}
