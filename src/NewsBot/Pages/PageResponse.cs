using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace NewsBot.Pages;

/// <summary>Writes a component as the whole response.</summary>
/// <remarks>
/// Uses the renderer alone. The framework's Razor endpoints entail forms, forms entail antiforgery tokens, and those a key ring that every
/// start writes to the home folder. The forms of staff have a token of their own: see <see cref="StaffGate"/>.
/// </remarks>
internal static class PageResponse
{
    /// <summary>Specifies what a component has in the place of what <see cref="WriteAroundAsync"/> writes in parts.</summary>
    public const string Gap = "<!--parts-->";

    /// <summary>Writes a component with a <see cref="Gap"/>, which is filled in parts, no faster than the client reads.</summary>
    /// <typeparam name="T">The component.</typeparam>
    public static async Task WriteAroundAsync<T>(HttpContext context, Dictionary<string, object?> parameters, Func<TextWriter, Task> fill)
        where T : IComponent
    {
        // Text is encoded, so no article has the gap in it.
        var html = await RenderAsync<T>(context, parameters);
        var gap = html.IndexOf(Gap, StringComparison.Ordinal);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        await using var output = new StreamWriter(context.Response.Body, new UTF8Encoding(false), bufferSize: 16 * 1024, leaveOpen: true);
        await output.WriteAsync(html.AsMemory(0, gap), context.RequestAborted);
        await fill(output);
        await output.WriteAsync(html.AsMemory(gap + Gap.Length), context.RequestAborted);
    }

    /// <summary>Renders completely before the first byte is sent, so that a failure can still become an error page.</summary>
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

    /// <summary>Returns the component's HTML.</summary>
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
