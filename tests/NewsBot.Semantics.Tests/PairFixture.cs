using System.Globalization;
using System.Text.Json;

namespace NewsBot.Semantics.Tests;

/// <summary>Pairs with what the training program makes of them (tools/semantics/pack.py and export.py).</summary>
internal static class PairFixture
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    public static string Vocabulary { get; } = Path.Combine(AppContext.BaseDirectory, "reading-model", "vocab.txt");

    public static IReadOnlyList<Row> Read(string path) => JsonSerializer.Deserialize<Row[]>(File.ReadAllText(path), Options)!;

    internal sealed record Row
    {
        public required string Task { get; init; }

        public string Question { get; init; } = "";

        public string Text { get; init; } = "";

        public string Headline { get; init; } = "";

        public string Published { get; init; } = "";

        public string Before { get; init; } = "";

        public string First { get; init; } = "";

        public string FirstHeadline { get; init; } = "";

        public string FirstPublished { get; init; } = "";

        public string Second { get; init; } = "";

        public string SecondHeadline { get; init; } = "";

        public string SecondPublished { get; init; } = "";

        public required long[] Tokens { get; init; }

        public required long[] Segments { get; init; }

        public required long[] Marks { get; init; }

        public float[] Logits { get; init; } = [];

        public TextInContext Passage =>
            new()
            {
                Text = Text,
                Headline = Headline,
                Published = Day(Published),
                Before = Before,
            };

        public (TextInContext First, TextInContext Second) Reports =>
            (
                new TextInContext
                {
                    Text = First,
                    Headline = FirstHeadline,
                    Published = Day(FirstPublished),
                },
                new TextInContext
                {
                    Text = Second,
                    Headline = SecondHeadline,
                    Published = Day(SecondPublished),
                }
            );

        private static DateOnly? Day(string text) =>
            text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
