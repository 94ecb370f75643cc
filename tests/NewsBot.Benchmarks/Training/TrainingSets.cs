using NewsBot.Newsroom.Evaluation;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Training;

/// <summary>The development questions, asked of their own articles, and some of articles that cannot answer them.</summary>
internal static class TrainingSets
{
    /// <summary>Number of parts that are held out in turn.</summary>
    public const int Folds = 4;

    /// <summary>The quiz asks about the week before; articles that appeared up to three days after it count as seen.</summary>
    public const int DaysSeenAfterQuiz = 3;

    // Before that day nothing of the quiz's week had happened.
    private const int DaysTooEarly = 45;
    private const double SeedWeight = 6;
    private const double NewsWeight = 2;
    private const double TooEarlyWeight = 0.35;

    // The people who wrote the set's unanswerable questions aimed at programs; people who want to know something mostly ask what was
    // reported.
    private const double UnanswerableSquadWeight = 0.6;

    // What a newsroom asks of its own few articles: to invent costs more than to decline.
    private const double UnanswerableSeedWeight = 10;
    private const double ElsewhereWeight = 0.5;

    public static IReadOnlyList<EvaluationQuestion> SeedQuestions() =>
        [
            .. EvaluationFile.Read(SharedFolder.Require("eval/seeds-qa.jsonl")),
            .. EvaluationFile.Read(
                Path.Combine(RepositoryFolder.Root, "tests", "NewsBot.Newsroom.Tests", "Evaluation", "seed-questions.jsonl")
            ),
        ];

    public static IReadOnlyList<EvaluationQuestion> SquadQuestions() =>
        EvaluationFile.Read(SharedFolder.Require("eval/squad2/questions.jsonl"));

    public static IReadOnlyList<EvaluationQuestion> NewsQuestions() =>
        [
            .. EvaluationFile
                .Read(SharedFolder.Require("eval/news/questions.jsonl"))
                .Select(question => question with { AsOf = question.AsOf?.AddDays(DaysSeenAfterQuiz) }),
        ];

    public static IEnumerable<TrainingQuestion> Seeds() =>
        SeedQuestions()
            .Select((question, i) => new TrainingQuestion(question, i % Folds, question.Answerable ? SeedWeight : UnanswerableSeedWeight));

    /// <summary>Held out by article.</summary>
    public static IEnumerable<TrainingQuestion> Squad()
    {
        var folds = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var question in SquadQuestions())
        {
            var source = question.CiteAny[0];
            if (!folds.TryGetValue(source, out var fold))
                folds[source] = fold = folds.Count % Folds;
            yield return new TrainingQuestion(question, fold, question.Answerable ? 1 : UnanswerableSquadWeight);
        }
    }

    /// <summary>Held out by date.</summary>
    public static IEnumerable<TrainingQuestion> News()
    {
        var questions = NewsQuestions()
            .OrderBy(question => question.AsOf)
            .ThenBy(question => question.Id, StringComparer.Ordinal)
            .ToArray();
        return questions.Select(
            (question, i) => new TrainingQuestion(question, i * Folds / questions.Length, NewsWeight) { IsAnyArticleRight = true }
        );
    }

    /// <summary>News questions asked before the news: what is not yet in the articles cannot be answered.</summary>
    public static IEnumerable<TrainingQuestion> NewsTooEarly() =>
        News()
            .Select(one =>
                one with
                {
                    Weight = TooEarlyWeight,
                    Question = one.Question with { AsOf = one.Question.AsOf?.AddDays(-DaysTooEarly) },
                }
            );

    /// <summary>Questions about something else altogether.</summary>
    public static IEnumerable<TrainingQuestion> Elsewhere(IEnumerable<TrainingQuestion> questions, int every) =>
        questions
            .Where((_, i) => i % every == 0)
            .Select((one, i) => new TrainingQuestion(one.Question with { Answerable = false, AsOf = null }, i % Folds, ElsewhereWeight));
}
