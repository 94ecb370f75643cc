using System.Runtime.CompilerServices;
using NewsBot.Archive;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Pages;

/// <summary>Answers the questions of a chat page. The page's address holds the questions, so that reload, back and share bring them again.</summary>
internal sealed class Conversation(QuestionPipeline pipeline, ArticleArchive archive)
{
    /// <summary>Older questions drop out of the address.</summary>
    public const int MaxTurns = 10;

    /// <summary>The latest questions with their answers, oldest first; blank ones are passed over.</summary>
    public async Task<IReadOnlyList<Turn>> AskAllAsync(IEnumerable<string?> questions, CancellationToken cancellationToken)
    {
        var turns = new List<Turn>();
        foreach (var question in questions.Where(question => !string.IsNullOrWhiteSpace(question)).TakeLast(MaxTurns))
            turns.Add(await AskAsync(question!, turns.Count + 1, cancellationToken));
        return turns;
    }

    /// <summary>One question with its answer.</summary>
    public async Task<Turn> AskAsync(string question, int number, CancellationToken cancellationToken)
    {
        return await TurnAsync(await pipeline.AskAsync(new QuestionRequest { Text = question }, cancellationToken), number, cancellationToken);
    }

    /// <summary>Whether a model writes, so that watching it is worth while.</summary>
    public bool WritesWithModel => pipeline.Model is not null;

    /// <summary>One question with its answer, step by step: what is being done, or the turn so far; the last one is finished.</summary>
    public async IAsyncEnumerable<(string? Doing, Turn? Turn, bool IsFinished)> AskInStepsAsync(string question, int number, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var step in pipeline.AskInStepsAsync(new QuestionRequest { Text = question }, cancellationToken))
        {
            var answer = step.Finished ?? step.SoFar;
            yield return (step.Doing, answer is null ? null : await TurnAsync(answer, number, cancellationToken), step.Finished is not null);
        }
    }

    private async Task<Turn> TurnAsync(Answer answer, int number, CancellationToken cancellationToken)
    {
        var passages = new Dictionary<int, QuotedPassage>();
        foreach (var citation in answer.Citations)
            passages[citation.Number] = QuotedPassage.Of(citation, await archive.FindAsync(citation.Source, cancellationToken));
        return new Turn(number, answer, passages);
    }

    /// <summary>Questions to start with: those whose article is in the archive.</summary>
    public async Task<IReadOnlyList<string>> ExamplesAsync(CancellationToken cancellationToken)
    {
        var examples = new List<string>();
        foreach (var example in ExampleQuestion.OfSeeds)
        {
            if (await archive.FindAsync(example.Source, cancellationToken) is not null) examples.Add(example.Question);
        }

        return examples;
    }
}
