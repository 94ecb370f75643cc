using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Evaluation;

/// <summary>Asks every question of a file and scores the answers.</summary>
/// <param name="newsroom">Answers the questions, and has the articles that their citations are checked against.</param>
public sealed class Evaluator(INewsroom newsroom)
{
    /// <summary>Asks the questions in order, without a model; each result is handed out as it comes.</summary>
    public async IAsyncEnumerable<EvaluationResult> RunAsync(IEnumerable<EvaluationQuestion> questions, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var question in questions)
        {
            var request = new QuestionRequest { Text = question.Question, AsOf = question.AsOf, WithoutModel = true };
            var answer = await newsroom.AskAsync(request, cancellationToken).ConfigureAwait(false);
            yield return new EvaluationResult(question, answer, EvaluationJudge.Judge(question, answer), QuestionReader.Read(question.Question).Kind.ToString());
        }
    }

    /// <summary>Number of citations of an answer whose quote does not stand at its offsets in the article.</summary>
    public async Task<int> CountBrokenCitationsAsync(EvaluationResult result, CancellationToken cancellationToken)
    {
        var broken = 0;
        foreach (var citation in result.Answer.Citations)
        {
            var article = await newsroom.FindArticleAsync(citation.Source, cancellationToken).ConfigureAwait(false);
            var text = article?.Article.Text ?? "";
            if (citation.Range.End > text.Length || citation.Range.In(text) != citation.Quote) broken++;
        }

        return broken;
    }
}
