using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace NewsBot.Pages;

/// <summary>Writes a component as the whole response.</summary>
/// <remarks>
/// By the renderer alone. The framework's Razor endpoints bring forms with them, and with forms antiforgery tokens, and with those a
/// ring of keys that every start writes to the home folder. The one form that changes something has a token of its own: see
/// <see cref="StaffPages"/>.
/// </remarks>
internal static class PageResponse
{
    /// <summary>Renders to the end before the first byte is sent, so that a failure can still become an error page.</summary>
    /// <typeparam name="T">The component.</typeparam>
    public static async Task WriteAsync<T>(
        HttpContext context,
        Dictionary<string, object?> parameters,
        int status = StatusCodes.Status200OK
    )
        where T : IComponent
    {
        var bytes = Encoding.UTF8.GetBytes(await RenderAsync<T>(context, parameters));
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers.CacheControl = "no-cache";
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>The component's HTML.</summary>
    /// <typeparam name="T">The component.</typeparam>
    public static async Task<string> RenderAsync<T>(HttpContext context, Dictionary<string, object?> parameters)
        where T : IComponent
    {
        var services = context.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
    }
}
