using System.Text;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Parsing;
using NewsBot.Archive.Parsing.Dates;
using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Tests.Parsing.Formats;

/// <summary>Reads files from memory.</summary>
internal static class Read
{
    public static IReadOnlyList<ReadResult> All(string name, byte[] bytes, DateOrder? order = null) =>
        [
            .. WholeFile.Read(
                new FormatFile
                {
                    Name = name,
                    Bytes = bytes,
                    DateOrder = order,
                },
                name,
                isInArchive: false
            ),
        ];

    public static IReadOnlyList<ReadResult> All(string name, string text, DateOrder? order = null) =>
        All(name, Encoding.UTF8.GetBytes(text), order);

    public static Article Article(string name, string text, DateOrder? order = null) => Article(name, Encoding.UTF8.GetBytes(text), order);

    public static Article Article(string name, byte[] bytes, DateOrder? order = null)
    {
        var result = Assert.Single(All(name, bytes, order));
        Assert.Null(result.Rejection);
        return result.Article!;
    }

    public static ReadResult Rejection(string name, string text) => Rejection(name, Encoding.UTF8.GetBytes(text));

    public static ReadResult Rejection(string name, byte[] bytes)
    {
        var result = Assert.Single(All(name, bytes));
        Assert.NotNull(result.Rejection);
        return result;
    }
}
