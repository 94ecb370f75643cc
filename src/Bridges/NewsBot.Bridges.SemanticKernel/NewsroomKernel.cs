using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using NewsBot.Archive;
using NewsBot.Bridges.SemanticKernel.Chat;
using NewsBot.Bridges.SemanticKernel.Plugin;

namespace NewsBot.Bridges.SemanticKernel;

/// <summary>Makes kernels of Semantic Kernel that reach NewsBot's archive.</summary>
public static class NewsroomKernel
{
    /// <summary>How often functions are called within one request; then the model is asked once more, without functions.</summary>
    private const int MaxRounds = 3;

    /// <summary>A kernel with the plugin <c>newsroom</c>: the functions <c>search_passages</c> and <c>get_article</c>.</summary>
    /// <param name="model">Any model; functions that it calls are invoked.</param>
    /// <param name="archive">Open, as long as the kernel is used.</param>
    /// <param name="asOf">Nothing published after this day is found or shown; null: everything.</param>
    public static Kernel Create(IChatClient model, ArticleArchive archive, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(archive);
        var kernel = Create(new BareToolNames(model, []));
        kernel.Plugins.AddFromObject(new ArchivePlugin(archive, asOf), ArchivePlugin.Name);
        return kernel;
    }

    /// <summary>A kernel without functions, which invokes those that are added.</summary>
    internal static Kernel Create(IChatClient model)
    {
        var client = new ChatClientBuilder(model).UseKernelFunctionInvocation().Build();
        var invoking = client.GetRequiredService<FunctionInvokingChatClient>();
        invoking.MaximumIterationsPerRequest = MaxRounds;
        invoking.TerminateOnUnknownCalls = true;
        // A store that fails is no answer for the model.
        invoking.MaximumConsecutiveErrorsPerRequest = 0;
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton(client);
        return builder.Build();
    }
}
