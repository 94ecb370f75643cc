using System.Diagnostics;
using System.Globalization;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using NewsBot.Archive;
using NewsBot.Archive.LiteDb;
using NewsBot.Newsroom.Answering;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Newsroom.Orchestration.Filters;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Versions;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Models;

/// <summary>
/// What the kernel adds to a question without a model: processor time beside the direct call of the pipeline, in turns within one run.
/// </summary>
internal static class KernelBenchmark
{
    private const int Rounds = 15;
    private const int QuestionsPerRound = 400;
    private const int CallsPerRound = 20_000;

    private static readonly string[] Questions =
    [
        "Where was Putin at the time of the drone attack?",
        "How many drones were aimed at the Kremlin?",
        "What did the mayor of Moscow ban?",
        "Who accused Ukraine of the attack?",
        "who is dmitry peskov?",
        "Did Zelensky order the attack?",
        "What is the population of Mars?",
        "hello",
    ];

    private static readonly ArticleLinks Links = new(new Uri("http://newsbot.invalid/"));

    public static async Task<int> RunAsync()
    {
        using var folder = new TemporaryFolder();
        await using var store = await LiteDbArticleStore.OpenAsync(folder["newsbot.litedb"], CancellationToken.None);
        await using var archive = await ArticleArchive.OpenAsync(store, new InMemoryPassageIndex(), CancellationToken.None);
        await archive.IngestAsync([RepositoryFolder.Seeds], null, CancellationToken.None);
        var pipeline = new QuestionPipeline(
            new PassageRetriever(archive),
            new VersionNotes(archive),
            Links,
            TimeProvider.System,
            new AnswerOptions(),
            model: null
        );
        for (var i = 0; i < 2 * QuestionsPerRound; i++)
            await DirectlyAsync(pipeline, i);

        // What is not the kernel's is compiled and read by now.
        var newsroom = new NewsroomKernel(archive, Links, TimeProvider.System);
        await FirstAsync("first answer", () => newsroom.AskAsync(Request(0), CancellationToken.None));
        await FirstAsync("first answer as a chat", () => ChatAsync(newsroom, 0));

        Console.WriteLine($"Medians of {Rounds} rounds in turns, processor time of the process:");
        await CompareAsync(
            CallsPerRound,
            [
                ("empty function", EmptyCalls(0)),
                ("empty function, two filters that pass on", EmptyCalls(2)),
                ("fixed answer, the newsroom's filters", FilteredCalls()),
            ]
        );
        await CompareAsync(
            QuestionsPerRound,
            [
                ("question, pipeline alone", i => DirectlyAsync(pipeline, i)),
                ("question, kernel", i => newsroom.AskAsync(Request(i), CancellationToken.None)),
                ("question, kernel, streamed", i => StreamedAsync(newsroom, i)),
                ("question, kernel's chat completion service", i => ChatAsync(newsroom, i)),
            ]
        );
        return 0;
    }

    private static async Task FirstAsync(string what, Func<Task> call)
    {
        var (clock, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await call();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {(Environment.CpuUsage.TotalTime - processor).TotalMilliseconds:0.0} ms of processor time, {Stopwatch.GetElapsedTime(clock).TotalMilliseconds:0.0} ms of the clock"
            )
        );
    }

    private static async Task CompareAsync(int count, (string Name, Func<int, Task> Call)[] ways)
    {
        var costs = ways.Select(_ => new List<(double Microseconds, double Bytes)>()).ToArray();
        for (var round = -2; round < Rounds; round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                var (processor, bytes) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
                for (var i = 0; i < count; i++)
                    await ways[way].Call(i);
                if (round >= 0)
                    costs[way]
                        .Add(
                            (
                                (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / count,
                                (GC.GetTotalAllocatedBytes() - bytes) / (double)count
                            )
                        );
            }
        }

        var first = Median(costs[0].Select(cost => cost.Microseconds));
        Console.WriteLine("| | µs | of the first | ratio, median of the rounds | bytes |");
        Console.WriteLine("|---|---|---|---|---|");
        for (var way = 0; way < ways.Length; way++)
        {
            var median = Median(costs[way].Select(cost => cost.Microseconds));
            var ratio = Median(costs[way].Zip(costs[0], (cost, beside) => cost.Microseconds / beside.Microseconds));
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {ways[way].Name} | {median:0.0} | {median - first:+0.0;-0.0;0} | {ratio:0.000} | {Median(costs[way].Select(cost => cost.Bytes)):0} |"
                )
            );
        }
    }

    private static Func<int, Task> EmptyCalls(int filters)
    {
        var kernel = new Kernel();
        kernel.Plugins.AddFromFunctions("bare", [KernelFunctionFactory.CreateFromMethod(() => "", "nothing")]);
        for (var i = 0; i < filters; i++)
            kernel.FunctionInvocationFilters.Add(new PassingFilter());
        return _ => kernel.InvokeAsync("bare", "nothing", []);
    }

    private static Func<int, Task> FilteredCalls()
    {
        var kernel = new Kernel();
        kernel.Plugins.AddFromFunctions(
            "newsroom",
            [KernelFunctionFactory.CreateFromMethod(object () => FixedAsync(), FunctionArguments.Answer)]
        );
        foreach (
            var filter in new IFunctionInvocationFilter[]
            {
                new TelemetryFilter(),
                new RightsFilter(),
                new GroundingFilter(),
                new LastStepFilter(),
            }
        )
            kernel.FunctionInvocationFilters.Add(filter);
        return i => kernel.InvokeAsync<Answer>("newsroom", FunctionArguments.Answer, AnswerFunction.ArgumentsOf(Request(i)));
    }

    private static async IAsyncEnumerable<AnswerStep> FixedAsync()
    {
        await Task.CompletedTask;
        yield return new AnswerStep
        {
            Finished = new Answer
            {
                Question = "",
                Outcome = Outcome.Reply,
                Text = "",
                Composer = Answer.Extractive,
                Elapsed = TimeSpan.Zero,
            },
        };
    }

    private static async Task DirectlyAsync(QuestionPipeline pipeline, int i)
    {
        var request = Request(i);
        await foreach (var step in pipeline.AnswerAsync(request, ReaderRights.Of(request), [], CancellationToken.None))
        {
            if (step.Finished is null)
                throw new InvalidOperationException("There is a step without a model.");
        }
    }

    private static async Task StreamedAsync(NewsroomKernel newsroom, int i)
    {
        await foreach (var step in newsroom.AskInStepsAsync(Request(i), CancellationToken.None))
        {
            if (step.Finished is null)
                throw new InvalidOperationException("There is a step without a model.");
        }
    }

    private static Task<ChatMessageContent> ChatAsync(NewsroomKernel newsroom, int i) =>
        newsroom.Kernel.GetRequiredService<IChatCompletionService>().GetChatMessageContentAsync(Request(i).Text, kernel: newsroom.Kernel);

    private static QuestionRequest Request(int i) => new() { Text = Questions[i % Questions.Length], Desk = null };

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    private sealed class PassingFilter : IFunctionInvocationFilter
    {
        public Task OnFunctionInvocationAsync(
            Microsoft.SemanticKernel.FunctionInvocationContext context,
            Func<Microsoft.SemanticKernel.FunctionInvocationContext, Task> next
        ) => next(context);
    }
}
