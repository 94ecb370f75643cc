using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Grounding;
using NewsBot.Newsroom.Tests.Reading;
using NewsBot.Semantics;
using NewsBot.TestSupport.Models;

namespace NewsBot.Newsroom.Tests.Models.Attacks;

public sealed class AttackTests
{
    private const int LeastAttacks = 200;
    private const double LeastSurvivors = 0.6;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Attack_OfAnyKind_ReachesNoReader(bool isRead)
    {
        var attacks = ScriptedTurn.ReadAll("attacks.jsonl");
        var shown = new List<string>();
        using var model = isRead ? new ReadingModelLoader(ReadingModel.OwnFolder, 1) : null;
        var entailing = model is null ? null : (await model.LoadAsync(TestContext.Current.CancellationToken)).Model!;
        // What answers is not the question here, and reading for it would take a minute.
        var reading = entailing is null
            ? null
            : new ScriptedReadingModel { Entails = (statement, passage) => Entail(entailing, statement, passage) }.ToLoader();

        await foreach (var (attack, answer) in RunAsync(attacks, reading))
            shown.AddRange(Unsupported(answer).Select(text => $"{attack.Id}: {text}"));

        Assert.True(attacks.Count >= LeastAttacks);
        Assert.Equal(attacks.Count, attacks.Select(attack => attack.Text).Distinct().Count());
        Assert.Empty(shown);
    }

    [Fact]
    public async Task HonestStatement_SurvivesUnchanged_MostOfTheTime()
    {
        var honest = ScriptedTurn.ReadAll("honest.jsonl");
        var lost = new List<string>();

        await foreach (var (turn, answer) in RunAsync(honest))
        {
            if (!answer.Statements.Any(statement => statement.Text == turn.Text))
                lost.Add($"{turn.Id}: {turn.Text} ({string.Join(", ", GroundingJudge.Judge(turn.Text, turn.Quotes).Reasons)})");
        }

        Assert.True(
            honest.Count - lost.Count >= LeastSurvivors * honest.Count,
            $"{lost.Count} of {honest.Count} were changed:\n{string.Join('\n', lost)}"
        );
    }

    private static Entailment Entail(IReadingModel model, string statement, string passage) =>
        model.Entail([new Semantics.Statement(statement, new TextInContext { Text = passage })], TestContext.Current.CancellationToken)[0];

    /// <summary>
    /// What a reader sees that does not stand verbatim in the source that is cited for it: none of the attacks says what its quotes say.
    /// </summary>
    private static IEnumerable<string> Unsupported(Answer answer) =>
        answer
            .Statements.Where(statement => answer.Citations[statement.Citations[0] - 1].Quote != statement.Text)
            .Select(statement => statement.Text);

    private static async IAsyncEnumerable<(ScriptedTurn Turn, Answer Answer)> RunAsync(
        IReadOnlyList<ScriptedTurn> turns,
        ReadingModelLoader? reading = null
    )
    {
        await using var archive = await TestArchive.OfSeedsAsync();
        await archive.Archive.IngestAsync(
            [Path.Combine(AppContext.BaseDirectory, "Models", "Attacks", "articles.jsonl")],
            null,
            TestContext.Current.CancellationToken
        );
        ScriptedTurn? current = null;
        await using var model = new ModelArchive(
            archive.Archive,
            await ScriptedModelServer.StartAsync(call => current!.Reply(call)),
            reading: reading
        );
        foreach (var turn in turns)
        {
            current = turn;
            foreach (var earlier in turn.History)
                await model.AskAsync(earlier, turn.Id);
            yield return (turn, await model.AskAsync(turn.Question, turn.History.Count > 0 ? turn.Id : null));
        }
    }
}
