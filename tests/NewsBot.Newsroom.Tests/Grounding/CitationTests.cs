using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Evaluation;
using NewsBot.Search.Analysis;

namespace NewsBot.Newsroom.Tests.Grounding;

public sealed class CitationTests(SeedArchive seeds)
{
    private const int GeneratedQuestions = 1000;

    private static readonly string[] Patterns =
    [
        "Who {0} {1}?",
        "What did {0} say about {1}?",
        "Where was {0}?",
        "When did {0} {1}?",
        "How many {0} were {1}?",
        "Why did {0} {1}?",
        "Was {0} {1}?",
        "What is {0}?",
        "Who is {0}?",
        "{0} {1} {2}",
        "How did {0} {1} the {2}?",
        "Which {0} {1} {2}?",
    ];

    [Fact]
    public async Task Citation_IsVerbatimAtItsOffsets_OverAllSeedQuestions()
    {
        var questions = EvaluationFile
            .Read(Path.Combine(AppContext.BaseDirectory, "Evaluation", "seed-questions.jsonl"))
            .Select(question => question.Question);

        Assert.True(await CheckAsync(questions) > 40);
    }

    [Fact]
    public async Task Citation_IsVerbatimAtItsOffsets_OverGeneratedQuestions()
    {
        var words = await WordsOfSeedsAsync();
        var random = new Random(20230503);
        var questions = Enumerable
            .Range(0, GeneratedQuestions)
            .Select(_ =>
                string.Format(
                    System.Globalization.CultureInfo.InvariantCulture,
                    Patterns[random.Next(Patterns.Length)],
                    Pick(),
                    Pick(),
                    Pick()
                )
            );

        // Questions made of random words are mostly declined; what is answered must hold all the same.
        Assert.True(await CheckAsync(questions) > 50);

        string Pick() => words[random.Next(words.Length)];
    }

    /// <summary>Checks every citation of every answer; returns how many questions were answered.</summary>
    private async Task<int> CheckAsync(IEnumerable<string> questions)
    {
        var answered = 0;
        foreach (var question in questions)
        {
            var answer = await seeds.Archive.AskAsync(question);
            if (answer.Outcome != Outcome.Answered)
                continue;
            answered++;
            Assert.InRange(answer.Statements.Count, 1, 3);
            foreach (var citation in answer.Citations)
            {
                var article = await seeds.Archive.Archive.FindAsync(citation.Source, TestContext.Current.CancellationToken);
                Assert.Equal(citation.Quote, article!.Article.Text.Substring(citation.Range.Start, citation.Range.Length));
            }

            foreach (var statement in answer.Statements)
            {
                Assert.Equal(statement.Text, answer.Citations[statement.Citations[0] - 1].Quote);
            }
        }

        return answered;
    }

    private static async Task<string[]> WordsOfSeedsAsync()
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "seeds")))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            words.UnionWith(WordTokenizer.Tokenize(text).Select(word => text.Substring(word.Start, word.Length)));
        }

        return [.. words];
    }
}
