using System.Runtime.CompilerServices;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Dialogue;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Models;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom;

/// <content>
/// With a model: the answer without it is made first (it takes milliseconds, and it is what the reader gets when anything fails), then the model may
/// write a better one from passages, and what it writes is judged before anybody sees it.
/// </content>
public sealed partial class QuestionPipeline
{
    /// <summary>The model that may write answers; null: none does.</summary>
    public ModelNewsroom? Model { get; init; }

    /// <summary>Answers one question. Never throws for what a user asks or a model does; a store that fails does throw.</summary>
    public async Task<Answer> AskAsync(QuestionRequest request, CancellationToken cancellationToken)
    {
        if (Model is null) return await ExtractAsync(request, cancellationToken).ConfigureAwait(false);
        await foreach (var step in AskInStepsAsync(request, cancellationToken).ConfigureAwait(false))
        {
            if (step.Finished is { } answer) return answer;
        }

        throw new InvalidOperationException("The steps ended without an answer.");
    }

    /// <summary>Answers one question step by step: any number of steps without an answer, then one with it.</summary>
    public async IAsyncEnumerable<AnswerStep> AskInStepsAsync(QuestionRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var extractive = await ExtractAsync(request, cancellationToken).ConfigureAwait(false);
        if (Model is null || ReadAct(request) is not DialogueAct.Question || !Model.Budget.Allows(ModelNewsroom.DeskOf(request)))
        {
            yield return new AnswerStep { Finished = extractive };
            yield break;
        }

        yield return new AnswerStep { Doing = "Reading the articles…" };
        var statements = new List<GroundedStatement>();
        await foreach (var statement in new GuardedTurn(Model, request with { Text = extractive.UnderstoodAs ?? request.Text }, extractive, SearchAsync).WriteAsync(cancellationToken).ConfigureAwait(false))
        {
            if (statements.Any(known => known.Text == statement.Text)) continue;
            statements.Add(statement);
            yield return new AnswerStep { SoFar = Write() };
        }

        yield return new AnswerStep { Finished = statements.Count > 0 ? Write() : extractive with { Elapsed = time.GetElapsedTime(start) } };

        Answer Write() => writer.Written(request.Text, statements, Model.Options.Name, time.GetElapsedTime(start)) with { UnderstoodAs = extractive.UnderstoodAs };

        Task<IReadOnlyList<RetrievedPassage>> SearchAsync(string query, CancellationToken token) => retriever.RetrieveAsync(request with { Text = query }, token);
    }
}
