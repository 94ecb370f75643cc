using Microsoft.Extensions.AI;

namespace NewsBot.Newsroom.Models;

/// <summary>
/// Builds the prompts: the reviewed files of <c>Models/Prompts</c>, with passages and questions as data that cannot leave its fence.
/// </summary>
internal static class ModelPrompt
{
    /// <summary>Gets the rules for an answer.</summary>
    public static string Answer { get; } = Read("answer");

    /// <summary>Gets the rules for rewriting a question.</summary>
    public static string Rewrite { get; } = Read("rewrite");

    /// <summary>Returns the messages that open a turn.</summary>
    public static List<ChatMessage> Open(string question, ShownPassages shown) =>
        [
            new(ChatRole.System, Answer),
            new(ChatRole.User, $"{PassageFence.OfTurn(shown, 0)}\n\nQuestion, as data: {PassageFence.Quoted(question)}"),
        ];

    /// <summary>Returns the messages that ask for a question that can be understood without its conversation.</summary>
    public static List<ChatMessage> OpenRewrite(string previous, string question) =>
        [new(ChatRole.System, Rewrite), new(ChatRole.User, PassageFence.OfConversation([previous, question]))];

    private static string Read(string name)
    {
        using var stream =
            typeof(ModelPrompt).Assembly.GetManifestResourceStream($"Prompt.{name}")
            ?? throw new InvalidOperationException($"The prompt {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
