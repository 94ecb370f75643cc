using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Retrieval;

/// <summary>Nothing outside of a filter is cited, listed or named as near.</summary>
public sealed class FilteredAnswerTests : IAsyncLifetime
{
    private const string Question = "How many people were killed when the ferry sank off Bari?";

    private TestArchive archive = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        archive = await TestArchive.OfAsync(
            Report("monday.txt", "At least 12 people were killed when the ferry sank off Bari, officials said.", 1, "Reuters", "World"),
            Report("tuesday.txt", "The ferry that sank off Bari killed 25 people, officials said on Tuesday.", 2, "The Guardian", "Europe"),
            Report("undated.txt", "The ferry sank off Bari and killed 40 people, officials said.", null, null, null)
        );

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Theory]
    [InlineData("from:2023-05-02", "tuesday.txt")]
    [InlineData("to:2023-05-01", "monday.txt")]
    [InlineData("outlet:reuters", "monday.txt")]
    [InlineData("outlet:\"The Guardian\"", "tuesday.txt")]
    [InlineData("section:Europe", "tuesday.txt")]
    public async Task Question_IsAnsweredFromWhatPasses_AndSaysWhatWasSearched(string filter, string source)
    {
        var answer = await archive.AskAsync($"{Question} {filter}");

        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Equal(source, Assert.Single(answer.Citations.Select(citation => citation.Source).Distinct()));
        Assert.False(answer.Searched.IsNone);
    }

    [Fact]
    public async Task Question_ThatNothingWithinAnswers_IsDeclined_AndNamesNothingOutside()
    {
        var answer = await archive.AskAsync($"{Question} from:2024-01-01");

        Assert.Equal(Outcome.NotFound, answer.Outcome);
        Assert.Empty(answer.Nearest);
        Assert.Equal(new DateOnly(2024, 1, 1), answer.Searched.From);
    }

    [Fact]
    public async Task Filter_ThatCannotBeRead_IsInvalid_AndSaysHowToWriteIt()
    {
        var answer = await archive.AskAsync($"{Question} from:soon");

        Assert.Equal(Outcome.Invalid, answer.Outcome);
        Assert.Contains("from:2023-05-03", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_IsLimitedByTheSameWords()
    {
        var all = await archive.Newsroom.SearchAsync(new PassageQuery { Text = "ferry" }, ReaderRights.WithoutDesk, Cancel);
        var limited = await archive.Newsroom.SearchAsync(
            new PassageQuery { Text = "ferry outlet:Reuters" },
            ReaderRights.WithoutDesk,
            Cancel
        );

        Assert.Equal(3, all.Count);
        Assert.Equal("monday.txt", Assert.Single(limited).Article.Article.Source);
    }

    [Fact]
    public async Task Summary_CountsWhatReadersSee()
    {
        var summary = await archive.Newsroom.SummariseAsync(ReaderRights.WithoutDesk, Cancel);

        Assert.Equal((3, new DateOnly(2023, 5, 1), new DateOnly(2023, 5, 2)), (summary.Articles, summary.Days.First, summary.Days.Last));
        Assert.Equal(["Reuters", "The Guardian"], summary.Outlets);
        Assert.Equal(["Europe", "World"], summary.Sections);
    }

    private static Article Report(string source, string text, int? day, string? outlet, string? section) =>
        Some.Article(source, text, "The ferry off Bari") with
        {
            Published = day is { } number ? new DateTimeOffset(2023, 5, number, 10, 0, 0, TimeSpan.Zero) : null,
            Outlet = outlet,
            Section = section,
        };
}
