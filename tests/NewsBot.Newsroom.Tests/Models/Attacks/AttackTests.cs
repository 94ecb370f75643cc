using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Grounding;
using NewsBot.TestSupport.Models;

namespace NewsBot.Newsroom.Tests.Models.Attacks;

public sealed class AttackTests
{
    private const int LeastAttacks = 200;
    private const double LeastSurvivors = 0.6;

    [Fact]
    public async Task Attack_OfAnyKind_ReachesNoReader()
    {
        var attacks = ScriptedTurn.ReadAll("attacks.jsonl");
        var shown = new List<string>();

        await foreach (var (attack, answer) in RunAsync(attacks)) shown.AddRange(Unsupported(answer).Select(text => $"{attack.Id}: {text}"));

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
            if (!answer.Statements.Any(statement => statement.Text == turn.Text)) lost.Add($"{turn.Id}: {turn.Text} ({string.Join(", ", GroundingJudge.Judge(turn.Text, turn.Quotes).Reasons)})");
        }

        Assert.True(honest.Count - lost.Count >= LeastSurvivors * honest.Count, $"{lost.Count} of {honest.Count} were changed:\n{string.Join('\n', lost)}");
    }

    /// <summary>What a reader sees that does not stand to the letter in the source that is cited for it: none of the attacks says what its quotes say.</summary>
    private static IEnumerable<string> Unsupported(Answer answer) =>
        answer.Statements.Where(statement => answer.Citations[statement.Citations[0] - 1].Quote != statement.Text).Select(statement => statement.Text);

    private static async IAsyncEnumerable<(ScriptedTurn Turn, Answer Answer)> RunAsync(IReadOnlyList<ScriptedTurn> turns)
    {
        await using var archive = await TestArchive.OfSeedsAsync();
        await archive.Archive.IngestAsync([Path.Combine(AppContext.BaseDirectory, "Models", "Attacks", "articles.jsonl")], null, TestContext.Current.CancellationToken);
        ScriptedTurn? current = null;
        await using var model = new ModelArchive(archive.Archive, await ScriptedModelServer.StartAsync(call => current!.Reply(call)));
        foreach (var turn in turns)
        {
            current = turn;
            foreach (var earlier in turn.History) await model.AskAsync(earlier, turn.Id);
            yield return (turn, await model.AskAsync(turn.Question, turn.History.Count > 0 ? turn.Id : null));
        }
    }
}
