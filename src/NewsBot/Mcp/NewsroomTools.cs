using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using NewsBot.Access;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Timelines;
using NewsBot.Requests;
using NewsBot.Search.Index;
using NewsBot.Text;
using NewsBot.Wire;

namespace NewsBot.Mcp;

/// <summary>
/// Offers the newsroom to assistants as tools of the Model Context Protocol. Each result is text for the assistant's model, with the source
/// file at every citation, and the same as JSON of the HTTP API. Wrong input is an error result that names the remedy. Thread-safe.
/// </summary>
/// <param name="newsroom">Answers.</param>
/// <param name="clock">Determines which version of an article is current.</param>
/// <param name="callerOf">Returns who calls, and what they may see, from the services of the call.</param>
/// <param name="audit">Records who read what; null: nothing is recorded.</param>
internal sealed class NewsroomTools(
    INewsroom newsroom,
    TimeProvider clock,
    Func<IServiceProvider?, (HostReader Reader, Caller Caller)> callerOf,
    AuditLog? audit = null
)
{
    /// <summary>Specifies the account of assistants without a key of their own in the budget of the language model.</summary>
    private const string BudgetAccount = "mcp";

    private const int MaxTop = 50;
    private const int DefaultTop = 10;
    private const int MaxConversationChars = 200;

    /// <summary>Specifies how much of an article one call returns, in UTF-16 code units.</summary>
    private const int MaxArticleChars = 40_000;

    private const string WrongDay = "is not a day written YYYY-MM-DD.";

    /// <summary>Returns the tools, ready to be listed and called.</summary>
    public IEnumerable<McpServerTool> All() =>
        [
            Make(AskAsync, "ask", "Ask the newsroom"),
            Make(SearchAsync, "search_passages", "Search passages"),
            Make(FindArticleAsync, "get_article", "Read an article"),
            Make(DigestAsync, "digest", "Digest of a day"),
        ];

    [Description(
        "Answers a question from the newsroom's own articles only. Every statement carries the numbers of its citations, and each citation "
            + "names its source file, outlet, date and exact quote. When the articles do not answer, the result says so: do not fill the gap."
    )]
    private async Task<CallToolResult> AskAsync(
        RequestContext<CallToolRequestParams> call,
        [Description("The question, in plain English; at most 2,000 characters")] string question,
        [Description("Answer as of this day (YYYY-MM-DD): later articles are not seen")] string? asOf = null,
        [Description("Any key of your own; questions with the same key may refer back to earlier ones (\"and why?\")")]
            string? conversation = null,
        CancellationToken cancellationToken = default
    )
    {
        var (reader, caller) = callerOf(call.Services);
        if (Lacks(caller, AccessScope.Ask) is { } refusal)
            return refusal;
        if (!TryReadDay(asOf, out var day))
            return Refuse($"\"asOf\" {WrongDay}");
        if (conversation is { Length: 0 or > MaxConversationChars })
            return Refuse(
                string.Create(CultureInfo.InvariantCulture, $"\"conversation\" must have 1 to {MaxConversationChars} characters.")
            );
        var answer = await newsroom.AskAsync(
            new QuestionRequest
            {
                Text = question,
                AsOf = day,
                Conversation = caller.Conversation("mcp", conversation),
                BudgetAccount = caller.BudgetAccount(BudgetAccount),
                Desk = reader.Rights.Desk,
                AskedBy = caller.Through(AuditActor.Mcp),
            },
            cancellationToken
        );
        if (answer.Outcome == Outcome.Invalid)
            return Refuse(answer.Text);
        return Result(Painted(text => AnswerText.Write(text, answer)), AnswerJson.From(answer), NewsBotJson.Wire.AnswerJson);
    }

    [Description("Finds the passages of the newsroom's articles that match words, best first, each with its source file and date.")]
    private async Task<CallToolResult> SearchAsync(
        RequestContext<CallToolRequestParams> call,
        [Description("The words to look for")] string query,
        [Description("At most this many passages, 1 to 50")] int top = DefaultTop,
        [Description("Only articles published up to this day (YYYY-MM-DD)")] string? asOf = null,
        CancellationToken cancellationToken = default
    )
    {
        var (reader, caller) = callerOf(call.Services);
        if (Lacks(caller, AccessScope.Read) is { } refusal)
            return refusal;
        if (!TryReadDay(asOf, out var day))
            return Refuse($"\"asOf\" {WrongDay}");
        if (top is < 1 or > MaxTop)
            return Refuse(string.Create(CultureInfo.InvariantCulture, $"\"top\" must be from 1 to {MaxTop}."));
        if (string.IsNullOrWhiteSpace(query) || query.Length > QuestionRequest.MaxChars)
            return Refuse(string.Create(CultureInfo.InvariantCulture, $"\"query\" must have 1 to {QuestionRequest.MaxChars} characters."));
        var passages = await newsroom.SearchAsync(
            new PassageQuery
            {
                Text = query,
                Top = top,
                AsOf = day,
            },
            reader.Rights,
            cancellationToken
        );
        audit?.Record(caller.Through(AuditActor.Mcp), AuditAction.Searched, null, reader.Rights.Desk?.Name, query);
        return Result(Painted(text => PassageText.Write(text, passages)), PassagesJson.From(passages), NewsBotJson.Wire.PassagesJson);
    }

    [Description("Reads an article of the archive by its source, as citations and passages name it.")]
    private async Task<CallToolResult> FindArticleAsync(
        RequestContext<CallToolRequestParams> call,
        [Description("The source, exactly as a citation names it")] string source,
        [Description("Skip this many characters of a long article")] int start = 0,
        CancellationToken cancellationToken = default
    )
    {
        var (reader, caller) = callerOf(call.Services);
        if (Lacks(caller, AccessScope.Read) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(source) || await newsroom.FindArticleAsync(source, reader.Rights, cancellationToken) is not { } found)
            return Refuse("The archive has no article with this source. Take the source from a citation or a passage.");
        var article = ArticleJson.From(found, clock.GetUtcNow());
        if (start < 0 || start >= article.Text.Length)
            return Refuse(string.Create(CultureInfo.InvariantCulture, $"\"start\" must be from 0 to {article.Text.Length - 1}."));
        var end = Math.Min(article.Text.Length, start + MaxArticleChars);
        if (end < article.Text.Length && char.IsHighSurrogate(article.Text[end - 1]))
            end--;
        var part = article.Text[start..end];
        audit?.Record(caller.Through(AuditActor.Mcp), AuditAction.ArticleRead, source, reader.Rights.Desk?.Name);
        var more =
            end == article.Text.Length
                ? ""
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"\n\n[Characters {start} to {end} of {article.Text.Length}. The next part: start={end}.]"
                );
        return Result(
            $"{PlainText.OneLine(article.Headline)}\n{PlainText.Source(article.Source, article.Outlet, article.Published)}\n\n{part}{more}",
            article with
            {
                Text = part,
            },
            NewsBotJson.Wire.ArticleJson
        );
    }

    [Description("Tells the stories of a day: headlines, sentences from several outlets, what is new and what is disputed, all cited.")]
    private async Task<CallToolResult> DigestAsync(
        RequestContext<CallToolRequestParams> call,
        [Description("The day (YYYY-MM-DD); left out: the newest day of the archive")] string? date = null,
        [Description("Only stories that have these words")] string? topic = null,
        CancellationToken cancellationToken = default
    )
    {
        var (reader, caller) = callerOf(call.Services);
        if (Lacks(caller, AccessScope.Read) is { } refusal)
            return refusal;
        if (!TryReadDay(date, out var day))
            return Refuse($"\"date\" {WrongDay}");
        if (topic?.Length > TimelineWriter.MaxTopicChars)
            return Refuse(
                string.Create(CultureInfo.InvariantCulture, $"\"topic\" must have at most {TimelineWriter.MaxTopicChars} characters.")
            );
        var digest = await newsroom.DigestAsync(
            new DigestRequest
            {
                Date = day,
                Topic = string.IsNullOrWhiteSpace(topic) ? null : topic,
                Desk = reader.Rights.Desk,
            },
            cancellationToken
        );
        if (digest is null)
            return Refuse(DigestJson.NoDays);
        audit?.Record(
            caller.Through(AuditActor.Mcp),
            AuditAction.DigestRead,
            AuditEntry.TargetOf(digest.Date),
            reader.Rights.Desk?.Name,
            digest.Topic
        );
        return Result(PlainText.Lines(DigestText.Write(digest)), DigestJson.From(digest), NewsBotJson.Wire.DigestJson);
    }

    private static CallToolResult? Lacks(Caller caller, AccessScope scope) =>
        caller.Scopes.HasFlag(scope) ? null : Refuse($"This key lacks the scope {ScopeNames.Write(scope)}, which this tool needs.");

    private static McpServerTool Make(Delegate method, string name, string title) =>
        McpServerTool.Create(
            method,
            new McpServerToolCreateOptions
            {
                Name = name,
                Title = title,
                ReadOnly = true,
                Destructive = false,
                Idempotent = true,
                OpenWorld = false,
            }
        );

    private static CallToolResult Result<T>(string text, T value, JsonTypeInfo<T> type) =>
        new() { Content = [new TextContentBlock { Text = text }], StructuredContent = JsonSerializer.SerializeToElement(value, type) };

    private static string Painted(Action<TextWriter> write)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        write(text);
        return text.ToString();
    }

    private static CallToolResult Refuse(string reason) => new() { Content = [new TextContentBlock { Text = reason }], IsError = true };

    private static bool TryReadDay(string? written, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(written))
            return true;
        if (!Day.TryParse(written, out var read))
            return false;
        day = read;
        return true;
    }
}
