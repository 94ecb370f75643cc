using NewsBot.Semantics.Pairs;

namespace NewsBot.Semantics.Tests.Pairs;

public sealed class PairPackerTests
{
    private static readonly PairPacker Packer = new(WordPieces.Open(PairFixture.Vocabulary));

    private static readonly IReadOnlyList<PairFixture.Row> Rows = PairFixture.Read(Path.Combine(PairFixture.Folder, "pairs.json"));

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Rows.Count)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Pair_IsPackedAsInTraining(int number)
    {
        var row = Rows[number];

        var packed = row.Task switch
        {
            "answers" => Packer.Answer(row.Question, row.Passage),
            "entails" => Packer.Entailment(row.Question, row.Passage),
            _ => Packer.Agreement(row.Reports.First, row.Reports.Second),
        };

        Assert.Equal(row.Tokens, packed.Tokens);
        Assert.Equal(row.Segments, packed.Segments);
        Assert.Equal(row.Marks, packed.Marks);
    }

    [Theory]
    [InlineData("2024-03-01", "2024-03-01", "same day")]
    [InlineData("2024-03-01", "2024-03-02", "1 day later")]
    [InlineData("2024-03-01", "2024-02-20", "10 days earlier")]
    [InlineData("2024-03-01", "2024-03-15", "2 weeks later")]
    [InlineData("2024-03-01", "2023-03-01", "12 months earlier")]
    [InlineData("2020-03-01", "2024-03-01", "4 years later")]
    public void Gap_SaysHowMuchLaterTheSecondDayIs(string first, string second, string said)
    {
        var gap = PairPacker.Gap(DateOnly.Parse(first, null), DateOnly.Parse(second, null));

        Assert.Equal(said, gap);
    }

    [Fact]
    public void Gap_WithoutADay_IsEmpty() => Assert.Empty(PairPacker.Gap(null, new DateOnly(2024, 3, 1)));

    [Fact]
    public void Pair_OfEmptyTexts_HasOnlyTheTokensAroundThem()
    {
        var packed = Packer.Answer("", new TextInContext { Text = "" });

        Assert.Equal([101, 102, 102], packed.Tokens);
    }

    [Fact]
    public void Pair_OfVeryLongTexts_StaysWithinThePlacesOfTheNetwork()
    {
        var text = string.Concat(Enumerable.Repeat("word after word ", 5000));

        var packed = Packer.Entailment(
            text,
            new TextInContext
            {
                Text = text,
                Headline = text,
                Published = new DateOnly(2024, 3, 1),
                Before = text,
            }
        );

        Assert.InRange(packed.Tokens.Length, 200, 320);
    }

    [Fact]
    public void Vocabulary_OfAnotherModel_IsRefused()
    {
        var path = Path.Combine(PairFixture.Folder, "pairs.json");

        Assert.Throws<InvalidDataException>(() => WordPieces.Open(path));
    }
}
