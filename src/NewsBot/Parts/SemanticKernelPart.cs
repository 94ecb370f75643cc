using NewsBot.Bridges.SemanticKernel;

namespace NewsBot.Parts;

/// <content>Compiled with <c>-p:Sdks=SemanticKernel</c>.</content>
internal static partial class Sdk
{
    static partial void AddSemanticKernel(ref SemanticKernel? agent) => agent = new SemanticKernel(
        $"Semantic Kernel {typeof(Microsoft.SemanticKernel.Kernel).Assembly.GetName().Version?.ToString(3)}",
        model => new SemanticKernelChat(model));
}
