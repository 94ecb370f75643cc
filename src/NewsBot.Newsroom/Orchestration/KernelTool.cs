using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace NewsBot.Newsroom.Orchestration;

/// <summary>A tool of the newsroom whose calls the kernel runs, so that filters see them. The model knows it by its own name, without the plugin's.</summary>
internal sealed class KernelTool(AIFunction tool, Kernel kernel) : DelegatingAIFunction(tool)
{
    /// <inheritdoc />
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        await kernel.InvokeAsync<object>(NewsroomPlugin.PluginName, Name, new KernelArguments(arguments), cancellationToken).ConfigureAwait(false);
}
