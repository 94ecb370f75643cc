using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.AI;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Models;

/// <summary>
/// One answer of the model: it reads passages, may search for more, and writes statements, each of which is judged as soon as it is complete.
/// For one turn; not thread-safe.
/// </summary>
/// <param name="client">The model.</param>
/// <param name="guard">Stands before it.</param>
/// <param name="options">Its limits.</param>
/// <param name="search">Finds passages by words.</param>
/// <param name="patience">Cancelled when the reader has waited long enough.</param>
internal sealed class ModelTurn(IChatClient client, ModelGuard guard, ModelOptions options, Func<string, CancellationToken, Task<IReadOnlyList<RetrievedPassage>>> search, CancellationToken patience)
{
    private const int FirstPassages = 24;
    private const int MorePassages = 10;
    private const int MaxStatements = 3;
    private const int MaxJudged = 8;
    private const int MaxWrittenChars = 20_000;
    private const int MaxQueryChars = 300;
    private const int CharsPerToken = 4;
    private const string NothingNew = "Nothing new was found.";

    private readonly ShownPassages shown = new();
    private int searched;

    /// <summary>Tokens read and written so far; estimated where the endpoint does not report them.</summary>
    public long Tokens { get; private set; }

    /// <summary>How it ended; known once the last outcome was read.</summary>
    public ModelFailure Failure { get; private set; } = ModelFailure.NothingFound;

    /// <summary>What became of each statement, as they come.</summary>
    /// <exception cref="ModelException">The model failed; what was returned before still stands.</exception>
    public async IAsyncEnumerable<GroundingOutcome> WriteAsync(
        string question, IReadOnlyList<RetrievedPassage> passages, Answer extractive, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        shown.Add(passages, FirstPassages);
        if (shown.Count == 0) yield break;
        var grounding = new StatementGrounding(question, shown, extractive);
        var messages = ModelPrompt.Open(question, shown);
        var tool = new SearchPassagesTool(ShowMoreAsync);
        for (var searches = 0; ; searches++)
        {
            var reader = new StatementReader();
            var round = new ModelRound();
            int stands = 0, judged = 0;
            await foreach (var statement in AskAsync(messages, reader, round, searches < options.MaxSearches ? tool : null, cancellationToken).ConfigureAwait(false))
            {
                if (++judged > MaxJudged) break;
                var outcome = grounding.Judge(statement);
                if (outcome.Statement is not null) stands++;
                yield return outcome;
                if (stands == MaxStatements) break;
            }

            Tokens += round.Tokens > 0 ? round.Tokens : (messages.Sum(message => message.Text.Length) + round.Written) / CharsPerToken;
            if (stands > 0) Failure = ModelFailure.None;
            else if (judged > 0) Failure = ModelFailure.NothingGrounded;
            else if (round.Call is null && (!reader.IsComplete || reader.Malformed > 0)) throw new ModelException(ModelFailure.Malformed, "The model wrote no JSON of statements.");
            if (judged > 0 || round.Call is not { } call || searches >= options.MaxSearches || Tokens >= options.TokensPerAnswer) yield break;
            await AnswerCallAsync(messages, call, tool, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task AnswerCallAsync(List<ChatMessage> messages, FunctionCallContent call, SearchPassagesTool tool, CancellationToken cancellationToken)
    {
        var result = call.Name == tool.Name ? await tool.InvokeAsync(new AIFunctionArguments(call.Arguments), cancellationToken).ConfigureAwait(false) : NothingNew;
        messages.Add(new ChatMessage(ChatRole.Assistant, [call]));
        messages.Add(new ChatMessage(ChatRole.Tool, [new FunctionResultContent(call.CallId, result)]));
    }

    private async Task<string> ShowMoreAsync(string query, CancellationToken cancellationToken)
    {
        var before = shown.Count;
        // An agent may call within one request as often as it likes.
        if (!string.IsNullOrWhiteSpace(query) && searched++ < options.MaxSearches)
            shown.Add(await search(query.Length > MaxQueryChars ? query[..MaxQueryChars] : query, cancellationToken).ConfigureAwait(false), MorePassages);
        return shown.Count > before ? ModelPrompt.Fence(shown, before) : NothingNew;
    }

    /// <summary>The statements of one round, each as soon as it is complete.</summary>
    private async IAsyncEnumerable<ModelStatement> AskAsync(
        List<ChatMessage> messages, StatementReader reader, ModelRound round, SearchPassagesTool? tool, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var settings = new ChatOptions { Temperature = 0, MaxOutputTokens = options.MaxOutputTokens, Tools = tool is null ? null : [tool] };
        var statements = Channel.CreateUnbounded<ModelStatement>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var request = Task.Run(() => PumpAsync(stop.Token), CancellationToken.None);
        try
        {
            await foreach (var statement in statements.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false)) yield return statement;
        }
        finally
        {
            // The reader left early, or all was read: what is still written is not waited for.
            await stop.CancelAsync().ConfigureAwait(false);
            await request.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task PumpAsync(CancellationToken token)
        {
            try
            {
                await guard.RunAsync(attempt => ReceiveAsync(messages, settings, reader, round, statements.Writer, attempt), patience, token, () => round.HasSpoken).ConfigureAwait(false);
                statements.Writer.Complete();
            }
            catch (Exception failure)
            {
                statements.Writer.Complete(failure);
            }
        }
    }

    private async Task ReceiveAsync(List<ChatMessage> messages, ChatOptions settings, StatementReader reader, ModelRound round, ChannelWriter<ModelStatement> statements, CancellationToken cancellationToken)
    {
        // A second attempt after words came would mix two answers.
        if (reader.Length > 0) throw new ModelException(ModelFailure.Malformed, "The model's stream broke off.");
        await foreach (var update in client.GetStreamingResponseAsync(messages, settings, cancellationToken).ConfigureAwait(false))
        {
            round.HasSpoken = true;
            foreach (var content in update.Contents)
            {
                switch (content)
                {
                    case TextContent text:
                        foreach (var statement in reader.Read(text.Text)) await statements.WriteAsync(statement, cancellationToken).ConfigureAwait(false);
                        round.Written = reader.Length;
                        break;
                    case FunctionCallContent call:
                        round.Call ??= call;
                        break;
                    case UsageContent usage:
                        round.Tokens = usage.Details.TotalTokenCount ?? 0;
                        break;
                }
            }

            if (reader.Length > MaxWrittenChars) throw new ModelException(ModelFailure.Malformed, "The model does not stop writing.");
        }
    }
}
