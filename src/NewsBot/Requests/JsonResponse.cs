using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NewsBot.Requests;

/// <summary>Writes a JSON document as the whole response.</summary>
internal static class JsonResponse
{
    private const int CharsAtOnce = 16 * 1024;

    /// <summary>
    /// Writes a document with one long text in parts, no faster than the client reads: it may have many megabytes, and clients may be slow.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="document">The document, with an empty text.</param>
    /// <param name="type">The type of the document, which is an object.</param>
    /// <param name="name">The name of the property with the text.</param>
    /// <param name="text">The text.</param>
    public static async Task WriteInPartsAsync<T>(HttpContext context, T document, JsonTypeInfo<T> type, string name, string text)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        var options = new JsonWriterOptions { Encoder = type.Options.Encoder };
        var body = context.Response.BodyWriter;
        await using var writer = new Utf8JsonWriter(body, options);
        writer.WriteStartObject();
        foreach (var property in JsonSerializer.SerializeToElement(document, type).EnumerateObject())
        {
            if (property.Name != name)
            {
                property.WriteTo(writer);
                continue;
            }

            writer.WritePropertyName(name);
            for (var start = 0; start < text.Length; start += CharsAtOnce)
            {
                writer.WriteStringValueSegment(text.AsSpan(start, Math.Min(CharsAtOnce, text.Length - start)), isFinalSegment: false);
                // The first hands the bytes to the response, the second waits until the client has taken them.
                await writer.FlushAsync(context.RequestAborted);
                await body.FlushAsync(context.RequestAborted);
            }

            writer.WriteStringValueSegment("", isFinalSegment: true);
        }

        writer.WriteEndObject();
        await writer.FlushAsync(context.RequestAborted);
        await body.FlushAsync(context.RequestAborted);
    }

    /// <summary>Writes with a length, so that a client detects a truncated document.</summary>
    public static async Task WriteAsync<T>(HttpContext context, T document, JsonTypeInfo<T> type, string contentType = "application/json")
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(document, type);
        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
