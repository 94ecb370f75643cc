using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Models;

/// <summary>A model with all that stands around it: patience, budget, breaker, memory of questions. Thread-safe.</summary>
public sealed partial class ModelNewsroom
{
    private const int MaxRewrittenChars = 500;
    private const string NoDesk = "";

    private readonly IChatClient client;
    private readonly ModelGuard guard;

    /// <summary>A newsroom over an OpenAI-compatible endpoint.</summary>
    public ModelNewsroom(ModelOptions options, TimeProvider time, ILogger<ModelNewsroom>? log = null) : this(new OpenAiChatClient(options), options, time, log)
    {
    }

    /// <summary>A newsroom over any model.</summary>
    /// <param name="client">The model.</param>
    /// <param name="options">Its limits.</param>
    /// <param name="time">Measures patience and days.</param>
    /// <param name="log">Gets ids, reasons and numbers, never a text.</param>
    public ModelNewsroom(IChatClient client, ModelOptions options, TimeProvider time, ILogger<ModelNewsroom>? log = null)
    {
        this.client = client;
        Options = options;
        Time = time;
        Log = log ?? NullLogger<ModelNewsroom>.Instance;
        Budget = new ModelBudget(options, time);
        guard = new ModelGuard(time);
    }

    internal ModelOptions Options { get; }

    internal TimeProvider Time { get; }

    internal ILogger Log { get; }

    internal ModelBudget Budget { get; }

    internal EarlierQuestions Earlier { get; } = new();

    internal static string DeskOf(QuestionRequest request) => request.Desk ?? NoDesk;

    internal ModelTurn Begin(Func<string, CancellationToken, Task<IReadOnlyList<RetrievedPassage>>> search, CancellationToken patience) => new(client, guard, Options, search, patience);

    /// <summary>The question as it can be understood alone; as it is when nothing came before it, or when what the model makes of it is no such question.</summary>
    /// <exception cref="ModelException">The model failed.</exception>
    internal async Task<string> StandaloneAsync(QuestionRequest request, CancellationToken patience, CancellationToken cancellationToken)
    {
        if (request.Conversation is not { } conversation || Earlier.Of(conversation) is not { Count: > 0 } earlier) return request.Text;
        var rewritten = "";
        await guard.RunAsync(
            async token => rewritten = (await client.GetResponseAsync(ModelPrompt.OpenRewrite(earlier, request.Text), new ChatOptions { Temperature = 0, MaxOutputTokens = 200 }, token).ConfigureAwait(false)).Text.Trim(),
            patience,
            cancellationToken).ConfigureAwait(false);
        return IsQuestion(rewritten, earlier, request.Text) ? rewritten : request.Text;
    }

    /// <summary>One line, no markup, and no name or number that the conversation does not have: a rewritten question must not bring in what nobody asked.</summary>
    private static bool IsQuestion(string rewritten, IReadOnlyList<string> earlier, string text)
    {
        if (rewritten.Length is 0 or > MaxRewrittenChars || rewritten.AsSpan().ContainsAny("\n`{<".AsSpan())) return false;
        var said = string.Join(' ', earlier.Append(text));
        return NameOrNumber().Matches(rewritten).Skip(1).All(word => said.Contains(word.Value, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"^\w+|\b[\p{Lu}\d]\w*", RegexOptions.CultureInvariant)]
    private static partial Regex NameOrNumber();
}
