using System.Text.Json;
using NewsBot.Access;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Questions;
using NewsBot.Wire;

namespace NewsBot.Requests;

/// <summary>Reads the body of <c>POST /api/ask</c>.</summary>
internal static class AskRequest
{
    /// <summary>Specifies the largest body: the longest question in escaped form, several times over.</summary>
    public const int MaxBodyBytes = 256 * 1024;

    /// <summary>Specifies the account of the pages and the API in the budget of the language model, for callers without a name.</summary>
    public const string BudgetAccount = "web";

    /// <summary>Returns the question, or what is wrong with the request.</summary>
    public static async Task<(QuestionRequest? Question, Problem? Problem)> ReadAsync(
        HttpRequest request,
        HostReader reader,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        // A browser sends forms to any site without asking; before it sends JSON, it asks and gets no consent.
        if (!request.HasJsonContentType())
            return Refuse("Send JSON, with the header Content-Type: application/json.", StatusCodes.Status415UnsupportedMediaType);
        if (request.ContentLength > MaxBodyBytes)
            return Refuse($"The body is larger than {MaxBodyBytes / 1024} KB.", StatusCodes.Status413PayloadTooLarge);
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            return Read(body.RootElement, reader, caller);
        }
        catch (JsonException error)
        {
            return Refuse($"The body is not valid JSON (line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}).");
        }
        catch (InvalidOperationException)
        {
            // The parser reads the name of a property only to compare it.
            return Refuse("The body has a property whose name is not whole characters of UTF-8.");
        }
    }

    private static (QuestionRequest? Question, Problem? Problem) Read(JsonElement body, HostReader reader, Caller caller)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return Refuse("""The body is not a JSON object. Send {"question":"…"}.""");
        if (!body.TryGetProperty("question", out var question))
            return Refuse("""The property "question" is missing.""");
        if (!TryReadText(question, out var text))
            return Refuse("""The property "question" is not a string.""");
        string? conversation = null;
        if (
            body.TryGetProperty("conversation", out var key)
            && key.ValueKind != JsonValueKind.Null
            && (!TryReadText(key, out conversation) || conversation.Length is 0 or > AskJson.MaxConversationChars)
        )
            return Refuse($"""The property "conversation" is not a string of 1 to {AskJson.MaxConversationChars} characters.""");
        DateOnly? asOf = null;
        if (body.TryGetProperty("asOf", out var date) && date.ValueKind != JsonValueKind.Null)
        {
            if (!TryReadText(date, out var written) || !Day.TryParse(written, out var day))
                return Refuse("""The property "asOf" is not a day written YYYY-MM-DD.""");
            asOf = day;
        }

        string? desk = null;
        if (body.TryGetProperty("desk", out var name) && name.ValueKind != JsonValueKind.Null && !TryReadText(name, out desk))
            return Refuse("""The property "desk" is not a string.""");
        var (rights, problem) = reader.Requested(desk, "The property \"desk\"");
        if (problem is not null)
            return (null, problem);

        return (
            new QuestionRequest
            {
                Text = text,
                AsOf = asOf,
                Conversation = caller.Conversation("api", conversation),
                Desk = rights!.Desk,
                AskedBy = caller.Through(AuditActor.Api),
                BudgetAccount = caller.BudgetAccount(BudgetAccount),
            },
            null
        );
    }

    private static bool TryReadText(JsonElement element, out string text)
    {
        text = "";
        if (element.ValueKind != JsonValueKind.String)
            return false;
        try
        {
            text = element.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape.
            return false;
        }
    }

    private static (QuestionRequest? Question, Problem? Problem) Refuse(string detail, int status = StatusCodes.Status400BadRequest) =>
        (null, new Problem(status, detail));
}
