using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Newsroom.Evaluation;

/// <summary>Answers every question of a file and scores the answers.</summary>
/// <param name="newsroom">Answers the questions, and provides the articles for checking their citations.</param>
public sealed class Evaluator(INewsroom newsroom)
{
    /// <summary>Answers the questions in order, without a language model, and yields each result as it comes.</summary>
    public async IAsyncEnumerable<EvaluationResult> RunAsync(
        IEnumerable<EvaluationQuestion> questions,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var question in questions)
        {
            var request = new QuestionRequest
            {
                Text = question.Question,
                AsOf = question.AsOf,
                WithoutModel = true,
                Desk = null,
            };
            var answer = await newsroom.AskAsync(request, cancellationToken).ConfigureAwait(false);
            yield return new EvaluationResult(
                question,
                answer,
                EvaluationJudge.Judge(question, answer),
                QuestionReader.Read(question.Question).Kind.ToString()
            );
        }
    }

    /// <summary>Returns the number of an answer's citations whose quote is not at its offsets in the article.</summary>
    public async Task<int> CountBrokenCitationsAsync(EvaluationResult result, CancellationToken cancellationToken)
    {
        var broken = 0;
        foreach (var citation in result.Answer.Citations)
        {
            var article = await newsroom
                .FindArticleAsync(citation.Source, ReaderRights.WithoutDesk, cancellationToken)
                .ConfigureAwait(false);
            var text = article?.Article.Text ?? "";
            if (citation.Range.End > text.Length || citation.Range.In(text) != citation.Quote)
                broken++;
        }

        return broken;
    }
}
