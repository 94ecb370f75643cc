using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NewsBot.Requests;

/// <summary>Writes a JSON document as the whole response.</summary>
internal static class JsonResponse
{
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
