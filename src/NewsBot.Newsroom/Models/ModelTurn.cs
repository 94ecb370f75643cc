using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.AI;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Models;

/// <summary>
/// Represents one turn of the language model: it reads passages, may search for more, and writes statements, each
/// judged as soon as it is complete. For one turn; not thread-safe.
/// </summary>
/// <param name="client">The language model, which calls the tools by itself.</param>
/// <param name="guard">Guards its endpoint.</param>
/// <param name="options">The limits.</param>
/// <param name="tools">The tools that it may call.</param>
/// <param name="rights">What the reader may see.</param>
/// <param name="patience">Cancelled when the reader has waited long enough.</param>
internal sealed class ModelTurn(
    IChatClient client,
    ModelGuard guard,
    ModelOptions options,
    IReadOnlyList<AIFunction> tools,
    ReaderRights rights,
    CancellationToken patience
)
{
    private const int FirstPassages = 24;
    private const int MaxStatements = 3;
    private const int MaxJudged = 8;
    private const int MaxWrittenChars = 20_000;

    private readonly ShownPassages shown = new();
    private readonly ModelReception reception = new();
    private int calls;

    /// <summary>Gets the tokens read and written so far; estimated where the endpoint does not report them.</summary>
    public long Tokens => reception.Tokens;

    /// <summary>Gets how the turn ended; known after the last outcome.</summary>
    public ModelFailure Failure { get; private set; } = ModelFailure.NothingFound;

    /// <summary>Returns the outcome for each statement as it comes.</summary>
    /// <exception cref="ModelException">The language model failed; outcomes already returned remain valid.</exception>
    public async IAsyncEnumerable<GroundingOutcome> WriteAsync(
        string question,
        IReadOnlyList<RetrievedPassage> passages,
        Answer extractive,
        IReadingModel? reader,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        shown.Add(passages, FirstPassages);
        if (shown.Count == 0)
            yield break;
        var grounding = new StatementGrounding(question, shown, extractive, reader);
        int stands = 0,
            judged = 0;
        await foreach (var statement in AskAsync(ModelPrompt.Open(question, shown), cancellationToken).ConfigureAwait(false))
        {
            if (++judged > MaxJudged)
                break;
            var outcome = grounding.Judge(statement, cancellationToken);
            if (outcome.Statement is not null)
                stands++;
            yield return outcome;
            if (stands == MaxStatements)
                break;
        }

        if (stands > 0)
            Failure = ModelFailure.None;
        else if (judged > 0)
            Failure = ModelFailure.NothingGrounded;
        else if (reception.IsMalformed)
            throw new ModelException(ModelFailure.Malformed, "The model did not return statements as JSON.");
    }

    /// <summary>Returns the statements, each as soon as it is complete.</summary>
    private async IAsyncEnumerable<ModelStatement> AskAsync(
        List<ChatMessage> messages,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var settings = new ChatOptions
        {
            Temperature = 0,
            MaxOutputTokens = options.MaxOutputTokens,
            Tools = [.. tools.Select(tool => new TurnTool(tool, rights, shown, MayCall))],
        };
        var statements = Channel.CreateUnbounded<ModelStatement>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var request = Task.Run(() => PumpAsync(stop.Token), CancellationToken.None);
        try
        {
            await foreach (var statement in statements.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                yield return statement;
        }
        finally
        {
            // The reader left early, or everything was read: the rest of the output is not waited for.
            await stop.CancelAsync().ConfigureAwait(false);
            await request.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task PumpAsync(CancellationToken token)
        {
            try
            {
                await guard
                    .RunAsync(
                        attempt => ReceiveAsync(messages, settings, statements.Writer, attempt),
                        patience,
                        token,
                        () => reception.HasSpoken
                    )
                    .ConfigureAwait(false);
                statements.Writer.Complete();
            }
            catch (Exception failure)
            {
                statements.Writer.Complete(failure is ToolException { InnerException: { } cause } ? cause : failure);
            }
        }
    }

    private async Task ReceiveAsync(
        List<ChatMessage> messages,
        ChatOptions settings,
        ChannelWriter<ModelStatement> statements,
        CancellationToken cancellationToken
    )
    {
        // A second attempt after the first words would mix two answers.
        if (reception.Written > 0)
            throw new ModelException(ModelFailure.Malformed, "The model's stream broke off.");
        reception.Send(messages);
        await foreach (var content in ModelStream.ReadAsync(client, messages, settings, cancellationToken).ConfigureAwait(false))
        {
            foreach (var statement in reception.Receive(content))
                await statements.WriteAsync(statement, cancellationToken).ConfigureAwait(false);
            if (reception.Written > MaxWrittenChars)
                throw new ModelException(ModelFailure.Malformed, "The model wrote too much.");
        }
    }

    /// <summary>Decides whether a tool may be called. Several calls may come at once; each counts.</summary>
    private TurnTool.Permission MayCall() =>
        Tokens >= options.TokensPerAnswer ? TurnTool.Permission.End
        : ++calls > options.MaxSearches ? TurnTool.Permission.Refuse
        : TurnTool.Permission.Grant;
}
