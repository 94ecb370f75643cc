using NewsBot.Archive.Store;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Suggestions;
using NewsBot.Newsroom.Timelines;
using NewsBot.Search.Index;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Wires;

namespace NewsBot.Newsroom.Tests.Versions;

/// <summary>
/// 100 invented sequences of a wire; after each step everything that a reader can ask for shows the version that counts, and nothing else.
/// </summary>
public sealed class WireSequenceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int> Tens => [.. Enumerable.Range(0, 10)];

    [Theory]
    [MemberData(nameof(Tens))]
    public async Task Sequence_ShowsTheVersionThatCounts_AfterEachStep(int ten)
    {
        for (var number = ten * 10; number < (ten * 10) + 10; number++)
        {
            var time = new FakeTime();
            var sequence = new WireSequence(number, time.GetUtcNow());
            await using var archive = await TestArchive.OfAsync(
                time,
                null,
                Some.Article("other.txt", "A library opened in Leeds on Monday. It has a garden.")
            );
            foreach (var (place, step) in sequence.Steps.Index())
            {
                if (step.Put is { } put)
                    await archive.Store.PutAsync([put.Article], null, Cancellation);
                else if (step.Rules is { } kills)
                    await archive.Archive.RuleAsync(
                        new Ruling(sequence.Sources.First(), kills, time.GetUtcNow(), "desk", null),
                        Cancellation
                    );
                sequence.Done(step);
                await CheckAsync(
                    archive.Newsroom,
                    archive.Archive.CountAsync(Cancellation),
                    sequence,
                    time.GetUtcNow(),
                    $"sequence {number}, step {place}"
                );
                time.Advance(TimeSpan.FromMinutes(15));
            }
        }
    }

    private static async Task CheckAsync(NewsroomService newsroom, Task<int> count, WireSequence sequence, DateTimeOffset now, string where)
    {
        var expected = sequence.AnswerAt(now);
        var answer = await newsroom.AskAsync(new QuestionRequest { Text = sequence.Question, Desk = null }, Cancellation);
        Assert.True(
            expected is null
                ? answer.Outcome == Outcome.NotFound
                : answer.Citations.Select(citation => citation.Source).SequenceEqual([expected]),
            $"{where}: expected {expected}, got {answer.Text}"
        );
        Assert.True(
            expected is not null || answer.Withdrawn is not null == sequence.WasWithdrawnAt(now),
            $"{where}: withdrawn {answer.Withdrawn}, {answer.Text}"
        );

        var passages = await newsroom.SearchAsync(new PassageQuery { Text = sequence.Town }, ReaderRights.WithoutDesk, Cancellation);
        Assert.Equal(expected is null ? [] : [expected], passages.Select(passage => passage.Article.Article.Source).Distinct());
        Assert.Equal(expected is null ? 1 : 2, await count);

        var digest = await newsroom.DigestAsync(
            new DigestRequest { Date = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1), Desk = null },
            Cancellation
        );
        var timeline = await newsroom.TimelineAsync($"bridge collapse {sequence.Town}", ReaderRights.WithoutDesk, Cancellation);
        string[] shown =
        [
            answer.Text,
            .. answer.Nearest.Select(nearest => nearest.Source + nearest.Headline),
            digest is null ? "" : DigestText.Write(digest),
            TimelineText.Write(timeline),
            .. (await newsroom.SuggestAsync(sequence.Town[..4], SuggestionKind.Query, 10, ReaderRights.WithoutDesk, Cancellation)).Select(
                suggestion => suggestion.Value
            ),
            .. (await newsroom.SuggestAsync("Q", SuggestionKind.Query, 50, ReaderRights.WithoutDesk, Cancellation)).Select(suggestion =>
                suggestion.Value
            ),
            .. (await newsroom.SuggestAsync("", SuggestionKind.Article, 50, ReaderRights.WithoutDesk, Cancellation)).Select(suggestion =>
                suggestion.Value
            ),
        ];
        foreach (var source in sequence.Sources)
        {
            var isHere = (string text) =>
                text.Contains(source, StringComparison.Ordinal) || text.Contains(WireSequence.MarkOf(source), StringComparison.Ordinal);
            Assert.False(source != expected && shown.Any(isHere), $"{where}: {source} shows in {shown.FirstOrDefault(isHere)}");
            Assert.Equal(
                sequence.IsShownAt(source, now),
                await newsroom.FindArticleAsync(source, ReaderRights.WithoutDesk, Cancellation) is not null
            );
        }

        if (expected is null)
            return;
        Assert.True(digest!.Citations.All(citation => citation.Source == expected) && digest.Citations.Count > 0, $"{where}: digest");
        Assert.True(timeline.Citations.All(citation => citation.Source == expected) && timeline.Citations.Count > 0, $"{where}: timeline");
    }
}
