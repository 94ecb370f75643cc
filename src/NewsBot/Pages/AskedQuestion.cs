using System.Globalization;

namespace NewsBot.Pages;

/// <summary>Represents a question sent by the chat's script.</summary>
/// <param name="Text">The question.</param>
/// <param name="Before">The earlier questions that it may rely on, oldest first.</param>
/// <param name="Conversation">The page that it is on; null: none.</param>
/// <param name="Number">Position in the conversation, from 1.</param>
internal sealed record AskedQuestion(string Text, IReadOnlyList<string> Before, string? Conversation, int Number)
{
    /// <summary>Specifies how many earlier questions are read to understand one.</summary>
    public const int MaxBefore = 4;

    private const int MaxConversationChars = 64;

    /// <summary>Gets the question with those before it.</summary>
    public IEnumerable<string> WithBefore => Before.TakeLast(MaxBefore).Append(Text);

    /// <summary>
    /// Reads <c>?q=&amp;before=&amp;c=&amp;n=</c> and the fields of <see cref="FilterQuery"/>; ignores what cannot be read.
    /// </summary>
    public static AskedQuestion Read(IQueryCollection query) =>
        new(
            FilterQuery.Append(query["q"].ToString(), query),
            [.. query["before"].OfType<string>().Take(MaxBefore)],
            query["c"].ToString() is { Length: > 0 and <= MaxConversationChars } conversation ? conversation : null,
            int.TryParse(query["n"], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and < 100_000 ? n : 1
        );
}
