using NewsBot.Newsroom.Answers;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Composing;

public sealed class DisagreementTests(SeedArchive seeds)
{
    [Fact]
    public async Task Silence_AndDenial_AreShownSideBySide_TheNewestFirst()
    {
        var answer = await seeds.Archive.AskAsync("What did Ukraine say about the drone strike?");

        var disagreement = Assert.Single(answer.Disagreements);
        var texts = disagreement.Statements.Select(position => answer.Statements[position].Text).ToArray();
        Assert.Contains(
            texts,
            text => text.Contains("nothing to do with", StringComparison.Ordinal) || text.Contains("refuted", StringComparison.Ordinal)
        );
        Assert.Contains(
            texts,
            text => text.Contains("not commented", StringComparison.Ordinal) || text.Contains("comment", StringComparison.Ordinal)
        );
        var days = disagreement
            .Statements.Select(position => answer.Citations[answer.Statements[position].Citations[0] - 1].Published ?? DateOnly.MinValue)
            .ToArray();
        Assert.Equal(days.OrderDescending(), days);
    }

    [Fact]
    public async Task Numbers_ForTheSameThing_AreShownSideBySide()
    {
        await using var archive = await TestArchive.OfAsync(
            Some.Article("monday.txt", "At least 12 people were killed when the ferry sank off Bari, officials said.") with
            {
                Published = Day(1),
            },
            Some.Article("tuesday.txt", "The ferry that sank off Bari killed 25 people, officials said on Tuesday.") with
            {
                Published = Day(2),
            }
        );

        var answer = await archive.AskAsync("How many people were killed when the ferry sank off Bari?");

        var disagreement = Assert.Single(answer.Disagreements);
        Assert.Equal(
            ["25", "12"],
            disagreement.Statements.Select(position =>
                answer.Statements[position].Text.Contains("25", StringComparison.Ordinal) ? "25" : "12"
            )
        );
    }

    [Fact]
    public async Task Sources_ThatAgree_AreNoDisagreement()
    {
        var answer = await seeds.Archive.AskAsync("How many drones were aimed at the Kremlin?");

        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Empty(answer.Disagreements);
    }

    private static DateTimeOffset Day(int day) => new(2023, 5, day, 0, 0, 0, TimeSpan.Zero);
}
