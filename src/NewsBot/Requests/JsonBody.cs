using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace NewsBot.Requests;

/// <summary>Reads the JSON object in the body of a request.</summary>
internal static class JsonBody
{
    /// <summary>Specifies the largest body, in bytes: the longest question in escaped form, several times over.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Returns what is read from the body, or what is wrong with the request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="example">An object to send, for who sends something else.</param>
    /// <param name="read">Reads the object.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<(T? Read, Problem? Problem)> ReadAsync<T>(
        HttpRequest request,
        string example,
        Func<JsonElement, (T? Read, Problem? Problem)> read,
        CancellationToken cancellationToken
    )
        where T : class
    {
        // A browser sends forms to any site without asking; before it sends JSON, it asks and gets no consent.
        if (!request.HasJsonContentType())
            return Refuse("Send JSON, with the header Content-Type: application/json.", StatusCodes.Status415UnsupportedMediaType);
        if (request.ContentLength > MaxBytes)
            return Refuse($"The body is larger than {MaxBytes / 1024} KB.", StatusCodes.Status413PayloadTooLarge);
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            return body.RootElement.ValueKind == JsonValueKind.Object
                ? read(body.RootElement)
                : Refuse($"The body is not a JSON object. Send {example}.");
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

        static (T? Read, Problem? Problem) Refuse(string detail, int status = StatusCodes.Status400BadRequest) =>
            (null, new Problem(status, detail));
    }

    /// <summary>Reads a string; returns false where there is another value, or half a character.</summary>
    public static bool TryReadText(JsonElement element, [NotNullWhen(true)] out string? text)
    {
        text = null;
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
}
