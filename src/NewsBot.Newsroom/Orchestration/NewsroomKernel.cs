using Microsoft.SemanticKernel;
using NewsBot.Archive;
using NewsBot.Newsroom.Answering;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Checking;
using NewsBot.Newsroom.Grounding;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Models;
using NewsBot.Newsroom.Orchestration.Filters;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Versions;

namespace NewsBot.Newsroom.Orchestration;

/// <summary>
/// Represents the kernel of Semantic Kernel that runs every question: the function <c>answer</c> of the plugin <c>newsroom</c>, behind
/// filters. One for each host. No question makes it throw; a failing store does. Thread-safe.
/// </summary>
public sealed class NewsroomKernel
{
    private readonly QuestionPipeline pipeline;

    /// <summary>Initializes a kernel for an open archive.</summary>
    /// <param name="archive">The archive of articles; not disposed of.</param>
    /// <param name="links">Makes the links to citations.</param>
    /// <param name="time">Measures how long an answer takes.</param>
    /// <param name="options">How questions are answered; null for the defaults, without a memory of conversations.</param>
    /// <param name="model">The language model that may write answers; null for none.</param>
    public NewsroomKernel(
        ArticleArchive archive,
        ArticleLinks links,
        TimeProvider time,
        AnswerOptions? options = null,
        ModelNewsroom? model = null
    )
    {
        ArgumentNullException.ThrowIfNull(archive);
        var retriever = new PassageRetriever(archive);
        pipeline = new QuestionPipeline(retriever, new VersionNotes(archive), links, time, options ?? new AnswerOptions(), model);
        Kernel = new Kernel(new KernelServices(AskAsync), [new NewsroomPlugin(pipeline, retriever, archive)]);
        var filters = Kernel.FunctionInvocationFilters;
        filters.Add(new TelemetryFilter());
        filters.Add(new RightsFilter());
        if (model is not null)
            filters.Add(new BudgetFilter(model.Budget));
        filters.Add(new GroundingFilter());
        filters.Add(new LastStepFilter());
    }

    /// <summary>Gets the name and version of the orchestration library.</summary>
    public static string Library => $"Semantic Kernel {typeof(Kernel).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>
    /// Gets the kernel, for prompts, agents and plugins besides the newsroom's. Its chat completion service answers
    /// from the articles, without a language model.
    /// </summary>
    public Kernel Kernel { get; }

    /// <summary>
    /// Gets a value indicating whether a language model may write answers; only then are answers worth showing step by step.
    /// </summary>
    public bool WritesWithModel => pipeline.WritesWithModel;

    /// <summary>Answers a question.</summary>
    public async Task<Answer> AskAsync(QuestionRequest request, CancellationToken cancellationToken) =>
        (
            await Kernel
                .InvokeAsync<Answer>(
                    NewsroomPlugin.PluginName,
                    AnswerFunction.FunctionName,
                    AnswerFunction.ArgumentsOf(request),
                    cancellationToken
                )
                .ConfigureAwait(false)
        )!;

    /// <summary>Answers a question step by step: any number of steps without the finished answer, then one with it.</summary>
    public IAsyncEnumerable<AnswerStep> AskInStepsAsync(QuestionRequest request, CancellationToken cancellationToken) =>
        Kernel.InvokeStreamingAsync<AnswerStep>(
            NewsroomPlugin.PluginName,
            AnswerFunction.FunctionName,
            AnswerFunction.ArgumentsOf(request),
            cancellationToken
        );

    /// <summary>Checks a text against the articles, sentence by sentence; at most its first 12 sentences.</summary>
    public Task<IReadOnlyList<CheckedSentence>> CheckAsync(string text, ReaderRights rights, CancellationToken cancellationToken) =>
        pipeline.CheckAsync(text, rights, cancellationToken);

    /// <summary>Judges whether quotes support a statement.</summary>
    public async Task<GroundingVerdict> JudgeAsync(string statement, IReadOnlyList<string> quotes, CancellationToken cancellationToken) =>
        GroundingJudge.Judge(
            statement,
            quotes,
            await pipeline.ReadingModelAsync(cancellationToken).ConfigureAwait(false),
            cancellationToken
        );

    /// <summary>
    /// Explains how each question of a message is understood and what is found for it; empty when the message is not a question.
    /// </summary>
    public Task<IReadOnlyList<AnswerExplanation>> ExplainAsync(QuestionRequest request, CancellationToken cancellationToken) =>
        pipeline.ExplainAsync(request, cancellationToken);
}
