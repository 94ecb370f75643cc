using NewsBot.Archive;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Composing;
using NewsBot.Newsroom.Evaluation;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Benchmarks.Training;

/// <summary>Turns questions with known answers into samples: the candidates that a question is answered from, each right or wrong.</summary>
internal sealed class SampleCollector(ArticleArchive archive)
{
    private readonly PassageRetriever retriever = new(archive);
    private readonly StatementComposer composer = new(AnswerModel.Default);
    private readonly AnswerWriter writer = new(new ArticleLinks(new Uri("http://newsbot.invalid/")));

    public async Task<IReadOnlyList<QuestionSamples>> CollectAsync(IEnumerable<TrainingQuestion> questions)
    {
        var samples = new List<QuestionSamples>();
        foreach (var source in questions)
        {
            var request = new QuestionRequest { Text = source.Question.Question, AsOf = source.Question.AsOf };
            var passages = await retriever.RetrieveAsync(request, CancellationToken.None);
            var question = QuestionReader.Read(NameRestorer.Restore(request.Text, passages));
            samples.Add(new QuestionSamples(source, [.. Label(source.Question, composer.Score(question, passages, request.AsOf).Candidates)]));
        }

        return samples;
    }

    private IEnumerable<CandidateSample> Label(EvaluationQuestion question, IReadOnlyList<ScoredCandidate> scored)
    {
        // Two sentences are right only where neither of them is alone: a short answer is a better answer.
        var single = scored.Where(one => question.Answerable && one.Candidate.SentenceCount == 1 && Judge(question, one) == EvaluationVerdict.Right).Select(one => one.Candidate).ToArray();
        foreach (var one in scored)
        {
            var verdict = Judge(question, one);
            var isShownRight = question.Answerable && verdict == EvaluationVerdict.Right;
            var isRight = isShownRight && (one.Candidate.SentenceCount == 1 || !single.Any(one.Candidate.Overlaps));
            yield return new CandidateSample(one.Features, isRight, verdict is EvaluationVerdict.Right or EvaluationVerdict.WrongSource, isShownRight);
        }
    }

    // Whether it can be answered is put aside here: a question asked too early has an answer that may be in the articles by chance.
    private EvaluationVerdict Judge(EvaluationQuestion question, ScoredCandidate candidate)
    {
        if (!question.Answerable && question.Answers.Count == 0) return EvaluationVerdict.Declined;
        return EvaluationJudge.Judge(question with { Answerable = true }, writer.Answered(question.Question, [new DraftStatement(candidate.Candidate, [])], TimeSpan.Zero));
    }
}
