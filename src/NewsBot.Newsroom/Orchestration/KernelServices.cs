using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.ChatCompletion;
using NewsBot.Newsroom.Answering;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Orchestration;

/// <summary>
/// Provides the chat services of the newsroom's kernel, which answer prompts and agents from the articles. Not a container, which takes
/// longer to build than an answer; and without a logger, because the kernel logs questions. Thread-safe.
/// </summary>
internal sealed class KernelServices(Func<QuestionRequest, CancellationToken, Task<Answer>> answer) : IServiceProvider
{
    private readonly Lazy<ExtractiveChatClient> client = new(() => new ExtractiveChatClient(answer));

    /// <inheritdoc />
    public object? GetService(Type serviceType)
    {
        if (serviceType == typeof(IChatClient))
            return client.Value;
        if (serviceType == typeof(IChatCompletionService))
            return client.Value.AsChatCompletionService();
        if (!serviceType.IsGenericType || serviceType.GetGenericTypeDefinition() != typeof(IEnumerable<>))
            return null;
        // As a container does: an empty sequence, not null.
        var wanted = serviceType.GenericTypeArguments[0];
        var one = wanted.IsGenericType ? null : GetService(wanted);
        var all = Array.CreateInstance(wanted, one is null ? 0 : 1);
        if (one is not null)
            all.SetValue(one, 0);
        return all;
    }
}
