using Microsoft.OpenApi;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Timelines;
using NewsBot.Wire;

namespace NewsBot.ApiDocument;

/// <summary>Describes every address that programs call.</summary>
internal static class ApiOperations
{
    /// <summary>Specifies the groups, in the order of the document, with what they are.</summary>
    public static readonly IReadOnlyList<(string Name, string Description)> Groups =
    [
        (Newsroom, "Answers, passages, articles, digests and timelines."),
        (Feeds, "The same as Atom feeds, for feed readers."),
        (Assistants, "The Model Context Protocol."),
        (Channels, "Called by Teams and Discord, which prove who they are."),
        (Host, "Health, metrics, and this document."),
    ];

    private const string Newsroom = "Newsroom";
    private const string Feeds = "Feeds";
    private const string Assistants = "Assistants";
    private const string Channels = "Channels";
    private const string Host = "Host";
    private const string Atom = "application/atom+xml";
    private const string Json = "application/json";

    private static readonly ApiParameter Query = new("q", "The words to look for.", "drone near Kremlin")
    {
        IsRequired = true,
        MaxChars = QuestionRequest.MaxChars,
    };

    private static readonly ApiParameter Desk = new(
        "desk",
        "The name of a desk: the answer then holds only what that desk may see. It never widens what the caller may see; a caller with "
            + "a desk of their own may name that one only.",
        "Sports"
    );

    private static readonly ApiParameter Date = new("date", "The day (UTC); without it, the newest day with articles.", "2023-05-03")
    {
        Format = "date",
    };

    private static readonly ApiParameter Topic = new("topic", "Words that every story is about.", "drone")
    {
        MaxChars = TimelineWriter.MaxTopicChars,
    };

    private static readonly ApiParameter KnownState = new("If-None-Match", "The ETag of the feed that the reader has.", "\"1f\"")
    {
        In = ParameterLocation.Header,
    };

    /// <summary>Gets <c>POST /api/ask</c>.</summary>
    public static ApiOperation Ask { get; } =
        new("ask", Newsroom, "Answers a question, with citations")
        {
            Description =
                "Every statement cites the passages that support it. What the articles do not answer has the outcome not_found and the "
                + "status 200. The caller needs the scope ask.",
            Body = typeof(AskJson),
            BodyExample = ApiExamples.Question,
            Answer = typeof(AnswerJson),
            AnswerExample = ApiExamples.Answer,
            Statuses = [StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType],
            Credentials = [ApiSecurity.Key, ApiSecurity.Session],
        };

    /// <summary>Gets <c>POST /api/ground</c>.</summary>
    public static ApiOperation Ground { get; } =
        new("judgeStatement", Newsroom, "Judges whether a passage supports a statement")
        {
            Description = "Both are given; no article of the archive is read. The caller needs the scope ask.",
            Body = typeof(GroundJson),
            BodyExample = ApiExamples.Statement,
            Answer = typeof(VerdictJson),
            AnswerExample = ApiExamples.Verdict,
            Statuses = [StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType],
            Credentials = [ApiSecurity.Key, ApiSecurity.Session],
        };

    /// <summary>Gets <c>GET /api/sources</c>.</summary>
    public static ApiOperation Sources { get; } =
        Read("searchPassages", "Finds the passages that match, best first") with
        {
            Parameters = [Query, new("top", "The greatest number of passages.", "10") { Range = (1, 100, 10) }, Desk],
            Answer = typeof(PassagesJson),
            AnswerExample = ApiExamples.Passages,
        };

    /// <summary>Gets <c>GET /api/articles/{source}</c>.</summary>
    public static ApiOperation Article { get; } =
        Read("getArticle", "Returns an article with its whole text") with
        {
            Parameters =
            [
                new("source", "The article's source, percent-encoded; it may contain slashes.", "000_7fc79060c1c00942.txt")
                {
                    In = ParameterLocation.Path,
                    IsRequired = true,
                },
                Desk,
            ],
            Answer = typeof(ArticleJson),
            AnswerExample = ApiExamples.Article,
            Statuses = [StatusCodes.Status404NotFound],
        };

    /// <summary>Gets <c>GET /api/digest</c>.</summary>
    public static ApiOperation Digest { get; } =
        Read("getDigest", "Returns the digest of a day") with
        {
            Parameters = [Date, Topic, Desk],
            Answer = typeof(DigestJson),
            AnswerExample = ApiExamples.Digest,
        };

    /// <summary>Gets <c>GET /api/timeline</c>.</summary>
    public static ApiOperation Timeline { get; } =
        Read("getTimeline", "Returns what was reported on a topic, day by day") with
        {
            Parameters = [Topic with { IsRequired = true, Description = "The words that the timeline is about." }, Desk],
            Answer = typeof(TimelineJson),
            AnswerExample = ApiExamples.Timeline,
        };

    /// <summary>Gets <c>GET /api/feed</c>.</summary>
    public static ApiOperation SearchFeed { get; } =
        Feed("searchFeed", "Lists the newest articles that a search finds", [Query, Desk, KnownState]);

    /// <summary>Gets <c>GET /api/feed/digest</c>.</summary>
    public static ApiOperation DigestFeed { get; } =
        Feed("digestFeed", "Lists the stories of the newest three days", [Date, Topic, Desk, KnownState]);

    /// <summary>Gets <c>GET /api/feed/alert</c>.</summary>
    public static ApiOperation AlertFeed { get; } =
        Feed(
            "alertFeed",
            "Lists the newest articles that an alert finds",
            [Query with { Description = "The alert, as after the word \"alert\" in a message." }, Desk, KnownState]
        );

    /// <summary>Gets <c>POST /mcp</c>.</summary>
    public static ApiOperation Mcp { get; } =
        new("callTool", Assistants, "Takes a message of the Model Context Protocol")
        {
            Description =
                "Streamable HTTP of the Model Context Protocol, without sessions: https://modelcontextprotocol.io/. Send Accept: "
                + "application/json, text/event-stream. Its messages are JSON-RPC; their schemas are the protocol's. Callers on the "
                + "host's own machine need a key, too.",
            ForeignBody = "A message of the Model Context Protocol.",
            AnswerMediaType = "text/event-stream",
            Statuses =
            [
                StatusCodes.Status202Accepted,
                StatusCodes.Status400BadRequest,
                StatusCodes.Status406NotAcceptable,
                StatusCodes.Status415UnsupportedMediaType,
            ],
            Credentials = [ApiSecurity.Key, ApiSecurity.AssistantKey],
        };

    /// <summary>Gets <c>POST /api/messages</c>.</summary>
    public static ApiOperation Messages { get; } =
        new("receiveTeamsActivity", Channels, "Takes an activity of Microsoft Teams")
        {
            Description = "It is stored before it is acknowledged; 503: send it again.",
            ForeignBody = "An activity of the Bot Framework.",
            Statuses = [StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status413PayloadTooLarge],
            AnswerMediaType = null,
            Credentials = [ApiSecurity.Teams],
        };

    /// <summary>Gets <c>POST /api/discord/interactions</c>.</summary>
    public static ApiOperation Interactions { get; } =
        new("receiveDiscordInteraction", Channels, "Takes an interaction of Discord")
        {
            Description = "It is answered once, however often it comes.",
            ForeignBody = "An interaction of Discord's API, version 10.",
            Statuses = [StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status413PayloadTooLarge],
            AnswerMediaType = Json,
            Credentials = [ApiSecurity.Discord],
        };

    /// <summary>Gets <c>GET /health/live</c>.</summary>
    public static ApiOperation Live { get; } =
        new("getLiveness", Host, "Says that the process answers")
        {
            Answer = typeof(HealthJson),
            AnswerExample = """{"status":"live"}""",
            Credentials = [],
            IsOpen = true,
        };

    /// <summary>Gets <c>GET /health/ready</c>.</summary>
    public static ApiOperation Ready { get; } =
        new("getReadiness", Host, "Says whether NewsBot can do its work")
        {
            Description = "503 when it cannot. On the host's own machine, and to a caller with the scope admin, it also says what fails.",
            Answer = typeof(HealthJson),
            AnswerExample = """{"status":"ready","articles":5}""",
            Credentials = [ApiSecurity.Key],
            IsOpen = true,
        };

    /// <summary>Gets <c>GET /metrics</c>.</summary>
    public static ApiOperation Metrics { get; } =
        new("getMetrics", Host, "Writes the metrics in the format of Prometheus")
        {
            Description = "The caller needs the scope admin.",
            AnswerMediaType = "text/plain",
            Credentials = [ApiSecurity.Key, ApiSecurity.Session],
        };

    /// <summary>Gets <c>GET /openapi.json</c>.</summary>
    public static ApiOperation Document { get; } =
        new("getApiDescription", Host, "Returns this document")
        {
            Description = "The caller needs one of the scopes ask and read.",
            Credentials = [ApiSecurity.Key, ApiSecurity.Session],
        };

    private static ApiOperation Read(string id, string summary) =>
        new(id, Newsroom, summary)
        {
            Description = "The caller needs the scope read.",
            Credentials = [ApiSecurity.Key, ApiSecurity.Session],
        };

    private static ApiOperation Feed(string id, string summary, IReadOnlyList<ApiParameter> parameters) =>
        new(id, Feeds, summary)
        {
            Description =
                "At most thirty entries. 304 when neither the archive nor what the caller may see of it has changed. The caller needs the scope read.",
            Parameters = parameters,
            AnswerMediaType = Atom,
            Statuses = [StatusCodes.Status304NotModified],
            Credentials = [ApiSecurity.Key, ApiSecurity.FeedKey, ApiSecurity.Session],
        };
}
