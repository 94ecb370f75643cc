using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Writing;

namespace NewsBot.Newsroom.Models;

/// <summary>
/// Lets a language model improve on the extractive answer, and shows each statement as soon as it has been judged. When the language model
/// fails, the extractive answer remains. Thread-safe.
/// </summary>
/// <param name="newsroom">The language model and its limits.</param>
/// <param name="retriever">Finds passages.</param>
/// <param name="writer">Puts statements into an answer.</param>
/// <param name="tools">The tools that the language model may call.</param>
internal sealed class ModelWriter(ModelNewsroom newsroom, PassageRetriever retriever, AnswerWriter writer, IReadOnlyList<AIFunction> tools)
{
    /// <summary>
    /// Writes an answer: any number of steps without it, then one with it. Throws only when the reader leaves or the store fails.
    /// </summary>
    public async IAsyncEnumerable<AnswerStep> WriteAsync(AskedQuestion asked, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new AnswerStep { Doing = "Reading the articles…" };
        var statements = new List<GroundedStatement>();
        await foreach (
            var statement in new GuardedTurn(newsroom, retriever, tools, asked).WriteAsync(cancellationToken).ConfigureAwait(false)
        )
        {
            if (statements.Exists(known => known.Text == statement.Text))
                continue;
            statements.Add(statement);
            yield return new AnswerStep { SoFar = Write() };
        }

        yield return new AnswerStep { Finished = statements.Count > 0 ? Write() : asked.Extractive with { Elapsed = Elapsed() } };

        Answer Write() =>
            writer.Written(asked.Request.Text, [.. statements], newsroom.Options.Name, Elapsed()) with
            {
                UnderstoodAs = asked.Extractive.UnderstoodAs,
                Searched = asked.Extractive.Searched,
            };

        TimeSpan Elapsed() => newsroom.Time.GetElapsedTime(asked.Start);
    }
}
