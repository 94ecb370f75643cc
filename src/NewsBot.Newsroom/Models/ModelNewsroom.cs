using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Newsroom.Models;

/// <summary>A model with all that stands around it: patience, budget, breaker. Thread-safe.</summary>
public sealed partial class ModelNewsroom
{
    private const int MaxRewrittenChars = 500;
    private const int MaxRewrittenTokens = 200;

    private readonly IChatClient client;
    private readonly ModelGuard guard;

    /// <summary>A newsroom over any model.</summary>
    /// <param name="client">The model; it calls the tools that it is offered by itself.</param>
    /// <param name="options">Its limits.</param>
    /// <param name="time">Measures patience and days.</param>
    /// <param name="log">Gets ids, reasons and numbers, never a text.</param>
    public ModelNewsroom(IChatClient client, ModelOptions options, TimeProvider time, ILogger<ModelNewsroom>? log = null)
    {
        ArgumentNullException.ThrowIfNull(options);
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

    internal ModelTurn Begin(IReadOnlyList<AIFunction> tools, ReaderRights rights, CancellationToken patience) => new(client, guard, Options, tools, rights, patience);

    /// <summary>The question as it can be understood alone; as it is when nothing came before it, or when what the model makes of it is no such question.</summary>
    /// <param name="question">Completed without a model, as far as that goes.</param>
    /// <param name="previous">The one before it in its conversation; null: none.</param>
    /// <param name="patience">Cancelled when the reader has waited long enough.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ModelException">The model failed.</exception>
    internal async Task<string> StandaloneAsync(string question, string? previous, CancellationToken patience, CancellationToken cancellationToken)
    {
        if (previous is null) return question;
        var rewritten = "";
        await guard.RunAsync(async token => rewritten = await WriteAsync(ModelPrompt.OpenRewrite(previous, question), token).ConfigureAwait(false), patience, cancellationToken).ConfigureAwait(false);
        return IsQuestion(rewritten, previous, question) ? rewritten : question;
    }

    private async Task<string> WriteAsync(List<ChatMessage> messages, CancellationToken cancellationToken)
    {
        var written = new StringBuilder();
        await foreach (var content in ModelStream.ReadAsync(client, messages, new ChatOptions { Temperature = 0, MaxOutputTokens = MaxRewrittenTokens }, cancellationToken).ConfigureAwait(false))
        {
            if (content is TextContent text) written.Append(text.Text);
            if (written.Length > MaxRewrittenChars) break;
        }

        return written.ToString().Trim();
    }

    /// <summary>One line, no markup, and no name or number that the conversation does not have: a rewritten question must not bring in what nobody asked.</summary>
    private static bool IsQuestion(string rewritten, string previous, string question)
    {
        if (rewritten.Length is 0 or > MaxRewrittenChars || rewritten.AsSpan().ContainsAny("\n`{<".AsSpan())) return false;
        var said = $"{previous} {question}";
        return NameOrNumber().Matches(rewritten).Skip(1).All(word => said.Contains(word.Value, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"^\w+|\b[\p{Lu}\d]\w*", RegexOptions.CultureInvariant)]
    private static partial Regex NameOrNumber();
}
