using System.Text;
using Microsoft.OpenApi;

namespace NewsBot.ApiDocument;

/// <summary>Represents the document, made once when it is first asked for: routes do not change. Thread-safe.</summary>
internal sealed class ApiDescription(IServiceProvider services)
{
    private readonly Lazy<Task<byte[]>> document = new(() => WriteAsync(services));

    /// <summary>Writes the document as the whole response.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        var bytes = await document.Value.WaitAsync(context.RequestAborted);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    // Not with the token of the first caller: others wait for the same document.
    private static async Task<byte[]> WriteAsync(IServiceProvider services)
    {
        var document = await DocumentServices.Provider(services).GetOpenApiDocumentAsync(CancellationToken.None);
        using var text = new StringWriter();
        document.SerializeAsV31(new OpenApiJsonWriter(text));
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
