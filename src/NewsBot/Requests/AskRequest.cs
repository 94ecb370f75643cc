using System.Text.Json;
using NewsBot.Access;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Questions;
using NewsBot.Wire;

namespace NewsBot.Requests;

/// <summary>Reads the body of <c>POST /api/ask</c>.</summary>
internal static class AskRequest
{
    /// <summary>Specifies the account of the pages and the API in the budget of the language model, for callers without a name.</summary>
    public const string BudgetAccount = "web";

    /// <summary>Returns the question, or what is wrong with the request.</summary>
    public static Task<(QuestionRequest? Question, Problem? Problem)> ReadAsync(
        HttpRequest request,
        HostReader reader,
        Caller caller,
        CancellationToken cancellationToken
    ) => JsonBody.ReadAsync(request, """{"question":"…"}""", body => Read(body, reader, caller), cancellationToken);

    private static (QuestionRequest? Question, Problem? Problem) Read(JsonElement body, HostReader reader, Caller caller)
    {
        if (!body.TryGetProperty("question", out var question))
            return Refuse("""The property "question" is missing.""");
        if (!JsonBody.TryReadText(question, out var text))
            return Refuse("""The property "question" is not a string.""");
        string? conversation = null;
        if (
            body.TryGetProperty("conversation", out var key)
            && key.ValueKind != JsonValueKind.Null
            && (!JsonBody.TryReadText(key, out conversation) || conversation.Length is 0 or > AskJson.MaxConversationChars)
        )
            return Refuse($"""The property "conversation" is not a string of 1 to {AskJson.MaxConversationChars} characters.""");
        DateOnly? asOf = null;
        if (body.TryGetProperty("asOf", out var date) && date.ValueKind != JsonValueKind.Null)
        {
            if (!JsonBody.TryReadText(date, out var written) || !Day.TryParse(written, out var day))
                return Refuse("""The property "asOf" is not a day written YYYY-MM-DD.""");
            asOf = day;
        }

        string? desk = null;
        if (body.TryGetProperty("desk", out var name) && name.ValueKind != JsonValueKind.Null && !JsonBody.TryReadText(name, out desk))
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

    private static (QuestionRequest? Question, Problem? Problem) Refuse(string detail) =>
        (null, new Problem(StatusCodes.Status400BadRequest, detail));
}
