using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using NewsBot.Archive;
using NewsBot.Newsroom.Answering;
using NewsBot.Newsroom.Models.Tools;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Newsroom.Orchestration;

/// <summary>
/// Represents the plugin <c>newsroom</c>: answer, search_passages, get_article. Each function is made when first needed. Thread-safe.
/// </summary>
internal sealed class NewsroomPlugin : KernelPlugin
{
    /// <summary>Specifies the name of the plugin.</summary>
    public const string PluginName = "newsroom";

    private readonly Dictionary<string, Lazy<KernelFunction>> functions = new(StringComparer.OrdinalIgnoreCase);
    private readonly AIFunction[] tools;

    /// <summary>Initializes the plugin.</summary>
    /// <param name="pipeline">Answers questions.</param>
    /// <param name="retriever">Finds passages.</param>
    /// <param name="archive">Provides the articles.</param>
    public NewsroomPlugin(QuestionPipeline pipeline, PassageRetriever retriever, ArticleArchive archive)
        : base(PluginName, "The newsroom's own articles")
    {
        tools = [new SearchPassagesTool(retriever), new GetArticleTool(archive)];
        functions.Add(AnswerFunction.FunctionName, new(() => AnswerFunction.Create(pipeline, ToolsOf).Clone(PluginName)));
        foreach (var tool in tools)
            functions.Add(tool.Name, new(() => tool.AsKernelFunction().Clone(PluginName)));
    }

    /// <inheritdoc />
    public override int FunctionCount => functions.Count;

    /// <inheritdoc />
    public override bool TryGetFunction(string name, [NotNullWhen(true)] out KernelFunction? function)
    {
        function = functions.TryGetValue(name, out var known) ? known.Value : null;
        return function is not null;
    }

    /// <inheritdoc />
    public override IEnumerator<KernelFunction> GetEnumerator() => functions.Values.Select(function => function.Value).GetEnumerator();

    /// <summary>Returns the tools run through the kernel, filters included.</summary>
    private IReadOnlyList<AIFunction> ToolsOf(Kernel kernel) => [.. tools.Select(tool => new KernelTool(tool, kernel))];
}
