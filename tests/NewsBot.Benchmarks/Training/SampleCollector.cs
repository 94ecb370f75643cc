using NewsBot.Archive;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Composing;
using NewsBot.Newsroom.Composing.Features;
using NewsBot.Newsroom.Composing.Scoring;
using NewsBot.Newsroom.Evaluation;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Writing;

namespace NewsBot.Benchmarks.Training;

/// <summary>
/// Turns questions with known answers into samples: the candidates that a question is answered from, each right or wrong.
/// </summary>
internal sealed class SampleCollector(ArticleArchive archive)
{
    private const double LeastCoverage = 0.35;

    private readonly PassageRetriever retriever = new(archive);
    private readonly StatementComposer composer = new(AnswerModel.Default);
    private readonly AnswerWriter writer = new(new ArticleLinks(new Uri("http://newsbot.invalid/")));

    public async Task<IReadOnlyList<QuestionSamples>> CollectAsync(IEnumerable<TrainingQuestion> questions)
    {
        var samples = new List<QuestionSamples>();
        foreach (var source in questions)
        {
            var request = new QuestionRequest
            {
                Text = source.Question.Question,
                AsOf = source.Question.AsOf,
                Desk = null,
            };
            var asked = AnnotatedText.Read(request.Text);
            var passages = await retriever.RetrieveAsync(asked, ReaderRights.Of(request), CancellationToken.None);
            var question = QuestionReader.Read(Wording.Restore(asked, passages), today: null);
            samples.Add(new QuestionSamples(source, [.. Label(source, composer.Score(question, passages, request.AsOf).Candidates)]));
        }

        return samples;
    }

    private IEnumerable<CandidateSample> Label(TrainingQuestion source, IReadOnlyList<ScoredCandidate> scored)
    {
        var question = source.Question;
        // Two sentences are right only where neither of them is alone: a short answer is a better answer.
        var single = scored.Where(one => one.Candidate.SentenceCount == 1 && IsExample(source, one)).Select(one => one.Candidate).ToArray();
        foreach (var one in scored)
        {
            var verdict = Judge(question, one);
            var isShownRight =
                question.Answerable
                && (verdict == EvaluationVerdict.Right || (source.IsAnyArticleRight && verdict == EvaluationVerdict.WrongSource));
            var isRight = IsExample(source, one) && (one.Candidate.SentenceCount == 1 || !single.Any(one.Candidate.Overlaps));
            yield return new CandidateSample(
                one.Features,
                DoubtFeatures.Of(one.Aligned),
                isRight,
                verdict is EvaluationVerdict.Right or EvaluationVerdict.WrongSource,
                isShownRight
            );
        }
    }

    /// <summary>Right, and not by chance: from an article that the set names, or with enough of the question's words.</summary>
    private bool IsExample(TrainingQuestion source, ScoredCandidate one) =>
        source.Question.Answerable
        && Judge(source.Question, one) is var verdict
        && (
            verdict == EvaluationVerdict.Right
            || (verdict == EvaluationVerdict.WrongSource && source.IsAnyArticleRight && one.Features[0] >= LeastCoverage)
        );

    // Whether it can be answered is put aside here: a question asked too early has an answer that may be in the articles by chance.
    private EvaluationVerdict Judge(EvaluationQuestion question, ScoredCandidate candidate)
    {
        if (!question.Answerable && question.Answers.Count == 0)
            return EvaluationVerdict.Declined;
        return EvaluationJudge.Judge(
            question with
            {
                Answerable = true,
            },
            writer.Answered(question.Question, [new DraftStatement(candidate.Candidate, [])], TimeSpan.Zero)
        );
    }
}
