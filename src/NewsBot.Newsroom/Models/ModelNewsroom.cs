using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Spending;

namespace NewsBot.Newsroom.Models;

/// <summary>Represents a language model with its limits: patience, budget and circuit breaker. Thread-safe.</summary>
public sealed partial class ModelNewsroom
{
    private const int MaxRewrittenChars = 500;
    private const int MaxRewrittenTokens = 200;

    private readonly IChatClient client;
    private readonly ModelGuard guard;

    /// <summary>Initializes a newsroom with any language model.</summary>
    /// <param name="client">The language model, which calls the tools that it is offered by itself.</param>
    /// <param name="options">The limits.</param>
    /// <param name="time">Measures patience and days.</param>
    /// <param name="log">Receives ids, reasons and numbers, never text.</param>
    /// <param name="spending">Counts the budget over all hosts; null: this one counts for itself.</param>
    public ModelNewsroom(
        IChatClient client,
        ModelOptions options,
        TimeProvider time,
        ILogger<ModelNewsroom>? log = null,
        SharedSpending? spending = null
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        this.client = client;
        Options = options;
        Time = time;
        Log = log ?? NullLogger<ModelNewsroom>.Instance;
        Budget = new ModelBudget(options, time, spending);
        guard = new ModelGuard(time);
    }

    internal ModelOptions Options { get; }

    internal TimeProvider Time { get; }

    internal ILogger Log { get; }

    internal ModelBudget Budget { get; }

    internal ModelTurn Begin(IReadOnlyList<AIFunction> tools, ReaderRights rights, CancellationToken patience) =>
        new(client, guard, Options, tools, rights, patience);

    /// <summary>
    /// Returns the question in a form that can be understood by itself; unchanged when no question came before it, or
    /// when the language model's version is unusable.
    /// </summary>
    /// <param name="question">The question, completed without a model as far as possible.</param>
    /// <param name="previous">The question before it in the conversation; null for none.</param>
    /// <param name="patience">Cancelled when the reader has waited long enough.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ModelException">The language model failed.</exception>
    internal async Task<string> StandaloneAsync(
        string question,
        string? previous,
        CancellationToken patience,
        CancellationToken cancellationToken
    )
    {
        if (previous is null)
            return question;
        var rewritten = "";
        await guard
            .RunAsync(
                async token => rewritten = await WriteAsync(ModelPrompt.OpenRewrite(previous, question), token).ConfigureAwait(false),
                patience,
                cancellationToken
            )
            .ConfigureAwait(false);
        return IsQuestion(rewritten, previous, question) ? rewritten : question;
    }

    private async Task<string> WriteAsync(List<ChatMessage> messages, CancellationToken cancellationToken)
    {
        var written = new StringBuilder();
        await foreach (
            var content in ModelStream
                .ReadAsync(client, messages, new ChatOptions { Temperature = 0, MaxOutputTokens = MaxRewrittenTokens }, cancellationToken)
                .ConfigureAwait(false)
        )
        {
            if (content is TextContent text)
                written.Append(text.Text);
            if (written.Length > MaxRewrittenChars)
                break;
        }

        return written.ToString().Trim();
    }

    /// <summary>
    /// Determines whether a rewritten question is one line without markup, names or numbers beyond those of the
    /// conversation: it must not add what nobody asked.
    /// </summary>
    private static bool IsQuestion(string rewritten, string previous, string question)
    {
        if (rewritten.Length is 0 or > MaxRewrittenChars || rewritten.AsSpan().ContainsAny("\n`{<".AsSpan()))
            return false;
        var said = $"{previous} {question}";
        return NameOrNumber().Matches(rewritten).Skip(1).All(word => said.Contains(word.Value, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"^\w+|\b[\p{Lu}\d]\w*", RegexOptions.CultureInvariant)]
    private static partial Regex NameOrNumber();
}
