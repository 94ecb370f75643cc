namespace NewsBot.Tests.Chat.Leaks;

/// <summary>Provides what people write in both channels.</summary>
internal static class ChatSurfaces
{
    public static readonly string[] Questions =
    [
        "What opened in the hall?",
        "Who opened the hall?",
        "hall",
        "When did the hall open?",
        "What did we first report about the hall?",
        "How many people came to the hall?",
    ];

    /// <summary>Returns the source of the article with a word.</summary>
    public static string SourceOf(string word) => $"in/{word}.txt";

    /// <summary>Returns one of the texts.</summary>
    public static T Any<T>(this Random random, IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
