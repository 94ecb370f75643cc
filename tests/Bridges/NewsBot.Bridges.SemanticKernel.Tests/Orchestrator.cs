using NewsBot.Bridges.SemanticKernel;
using NewsBot.Newsroom.Models;

namespace NewsBot.Newsroom.Tests.Models;

/// <summary>Runs the tests of the newsroom's own orchestration with an agent of Semantic Kernel.</summary>
internal static class Orchestrator
{
    public static ModelNewsroom Newsroom(ModelOptions options, TimeProvider time) => new(new SemanticKernelChat(new OpenAiChatClient(options)), options, time);
}
