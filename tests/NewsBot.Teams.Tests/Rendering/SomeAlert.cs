using NewsBot.Newsroom.Alerts;

namespace NewsBot.Teams.Tests.Rendering;

/// <summary>A post of an alert with all its parts, and with words that want to be markup.</summary>
internal static class SomeAlert
{
    public static AlertPost WithEverything { get; } =
        new()
        {
            Key = "1-00010102",
            Conversation = "chat-1",
            DueAt = default,
            IsLate = false,
            Topic = "drone *attack*",
            Form = AlertForm.Words,
            Number = 2,
            Stories = [new AlertStory(true, [Article("a", [.. SomeDigest.WithEverything().Stories[0].Statements])])],
            Corrected = [SomeDigest.Withdrawal, SomeDigest.Correction],
            Citations = SomeDigest.WithEverything().Citations,
            Others = [Article("o", [])],
        };

    private static AlertArticle Article(string source, IReadOnlyList<Newsroom.Answers.Statement> statements) =>
        new(
            source + ".txt",
            "Drones [at](https://evil.example) *dawn*",
            "One *News*",
            new DateTimeOffset(2023, 5, 3, 7, 5, 0, TimeSpan.Zero),
            "https://news.example/articles/" + source,
            statements
        );
}
