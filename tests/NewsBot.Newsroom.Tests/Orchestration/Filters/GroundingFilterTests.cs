using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Orchestration.Filters;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Tests.Orchestration.Filters;

public sealed class GroundingFilterTests
{
    private static readonly QuestionRequest Question = new() { Text = "What rose?", Desk = null };

    private static readonly Dictionary<string, Answer> Ungrounded = new()
    {
        ["statement in other words"] = SomeAnswer.Grounded(statement: "Smoke rises over the harbour."),
        ["statement that was not grounded"] = SomeAnswer.Grounded() with { Statements = [new Statement("Fire broke out.", [1])] },
        ["statement of a model that was not judged"] = SomeAnswer.Grounded("some-model") with
        {
            Statements = [new Statement("Fire broke out.", [1])],
        },
        ["statement too many"] = SomeAnswer.Grounded() is var answer
            ? answer with
            {
                Statements = [answer.Statements[0], answer.Statements[0]],
            }
            : null!,
        ["no statement"] = SomeAnswer.Grounded() with { Statements = [], Citations = [], Grounds = [] },
        ["no citation"] = SomeAnswer.Grounded() with { Statements = [new Statement(SomeAnswer.Quote, [])] },
        ["citation that is not there"] = SomeAnswer.Grounded() with { Statements = [new Statement(SomeAnswer.Quote, [2])] },
        ["altered quote"] = WithCitation(citation => citation with { Quote = "Smoke rose over the Harbour." }),
        ["quote of another place"] = WithCitation(citation => citation with { Range = new TextRange(0, citation.Range.Length) }),
        ["quote of another article"] = WithCitation(citation => citation with { Source = "b.txt" }),
        ["quote outside of its passage"] = WithPassage(new TextRange(20, 60)),
        ["passage outside of its article"] = WithPassage(new TextRange(0, 6_000)),
        ["decline with a statement"] = SomeAnswer.Grounded() with { Outcome = Outcome.NotFound },
    };

    public static TheoryData<string> Faults => [.. Ungrounded.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Answer_ThatDoesNotRestOnWhatItCites_DoesNotLeave(string fault)
    {
        var filtered = new FilteredAnswer(new GroundingFilter(), _ => Ungrounded[fault]);

        var answers = (await filtered.StepsAsync(Question))
            .Select(step => step.SoFar ?? step.Finished)
            .OfType<Answer>()
            .Append(await filtered.AskAsync(Question))
            .ToList();

        Assert.Equal(3, answers.Count);
        Assert.All(
            answers,
            answer =>
            {
                Assert.Equal(Outcome.NotFound, answer.Outcome);
                Assert.Empty(answer.Statements);
                Assert.Empty(answer.Citations);
                Assert.DoesNotContain("moke", answer.Text, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [InlineData("extractive", null)]
    [InlineData("some-model", "Over the harbour, smoke rose.")]
    public async Task Answer_ThatRestsOnWhatItCites_LeavesAsItIs(string composer, string? statement)
    {
        var grounded = SomeAnswer.Grounded(composer, statement);
        var filtered = new FilteredAnswer(new GroundingFilter(), _ => grounded);

        Assert.Same(grounded, await filtered.AskAsync(Question));
        Assert.Equal([null, grounded, grounded], (await filtered.StepsAsync(Question)).Select(step => step.SoFar ?? step.Finished));
    }

    private static Answer WithCitation(Func<Citation, Citation> change) =>
        SomeAnswer.Grounded() is var answer ? answer with { Citations = [change(answer.Citations[0])] } : null!;

    private static Answer WithPassage(TextRange passage) =>
        SomeAnswer.Grounded() is var answer
            ? answer with
            {
                Grounds = [new GroundedStatement(SomeAnswer.Quote, [answer.Grounds[0].Evidence[0] with { Passage = passage }])],
            }
            : null!;
}
