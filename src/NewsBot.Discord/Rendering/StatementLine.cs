using NewsBot.Newsroom.Answers;

namespace NewsBot.Discord.Rendering;

/// <summary>Writes a statement as a list item; each number is a link to the quote.</summary>
internal static class StatementLine
{
    /// <summary>Specifies the length at which a sentence is cut: sentences of news are shorter, lists mistaken for one are not.</summary>
    private const int MaxSentence = 1200;

    /// <summary>Returns the line.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="citations">All citations, numbered from 1.</param>
    public static string Of(Statement statement, IReadOnlyList<Citation> citations)
    {
        var numbers = statement.Citations.Select(number =>
            DiscordMarkdown.Link($"[{number}]", citations[number - 1].Link) is { Length: > 0 } link ? link : $"[{number}]"
        );
        return $"• {Cut.ToSentences(statement.Shown, MaxSentence)} {string.Join(' ', numbers)}";
    }
}
