using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace NewsBot.Newsroom.Orchestration;

/// <summary>
/// Wraps a tool of the newsroom so that the kernel runs its calls and filters apply. The language model uses its own
/// name, without the plugin's.
/// </summary>
internal sealed class KernelTool(AIFunction tool, Kernel kernel) : DelegatingAIFunction(tool)
{
    /// <inheritdoc />
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        await kernel
            .InvokeAsync<object>(NewsroomPlugin.PluginName, Name, new KernelArguments(arguments), cancellationToken)
            .ConfigureAwait(false);
}
