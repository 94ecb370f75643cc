using NewsBot.Archive;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Composing;
using NewsBot.Newsroom.Evaluation;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Benchmarks.Training;

/// <summary>Turns questions with known answers into samples: the candidates that stand highest today, each right or wrong.</summary>
internal sealed class SampleCollector(ArticleArchive archive)
{
    private const int MostWrong = 15;
    private const int MostRight = 5;

    private readonly PassageRetriever retriever = new(archive);
    private readonly StatementComposer composer = new(StatementScorer.Default);
    private readonly AnswerWriter writer = new(new ArticleLinks(new Uri("http://newsbot.invalid/")));

    public async Task<IReadOnlyList<TrainingSample>> CollectAsync(IReadOnlyList<EvaluationQuestion> questions, int firstNumber, double weight)
    {
        var samples = new List<TrainingSample>();
        for (var i = 0; i < questions.Count; i++)
        {
            var passages = await retriever.RetrieveAsync(new QuestionRequest { Text = questions[i].Question }, CancellationToken.None);
            var question = QuestionReader.Read(NameRestorer.Restore(questions[i].Question, passages));
            samples.AddRange(Choose(questions[i], composer.Score(question, passages)).Select(one => new TrainingSample(firstNumber + i, one.Features, one.IsRight, weight)));
        }

        return samples;
    }

    private IEnumerable<(double[] Features, bool IsRight)> Choose(EvaluationQuestion question, IReadOnlyList<ScoredCandidate> scored)
    {
        // Two sentences are right only where neither of them is alone: a short answer is a better answer.
        var single = scored.Where(one => one.Candidate.SentenceCount == 1 && IsRight(question, one)).Select(one => one.Candidate).ToArray();
        int right = 0, wrong = 0;
        foreach (var one in scored.Where(one => one.Probability > 0))
        {
            if (one.Candidate.SentenceCount > 1 && single.Any(one.Candidate.Overlaps)) continue;
            var isRight = one.Candidate.SentenceCount == 1 ? single.Contains(one.Candidate) : IsRight(question, one);
            if (isRight ? right++ >= MostRight : wrong++ >= MostWrong) continue;
            yield return (StatementFeatures.Of(one.Reading, one.Evidence), isRight);
        }
    }

    private bool IsRight(EvaluationQuestion question, ScoredCandidate candidate) =>
        EvaluationJudge.Judge(question, writer.Answered(question.Question, [new DraftStatement(candidate.Candidate, [])], TimeSpan.Zero)) == EvaluationVerdict.Right;
}
