using System.Collections.Frozen;
using System.Security.Cryptography;

namespace NewsBot.Pages;

/// <summary>
/// Serves style sheets, scripts and images, embedded in the program so that they are available whatever folder it is started from.
/// </summary>
internal static class PageAssets
{
    private static readonly FrozenDictionary<string, PageAsset> All = Load();

    /// <summary>Returns the version, a hash of the content.</summary>
    public static string Version(string name) => All[name].Version;

    /// <summary>Serves a file; browsers keep it for a year if they asked for its version.</summary>
    public static async Task ServeAsync(HttpContext context)
    {
        if (context.Request.RouteValues["name"] is not string name || !All.TryGetValue(name, out var asset))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var headers = context.Response.Headers;
        headers.ETag = $"\"{asset.Version}\"";
        headers.CacheControl = context.Request.Query["v"] == asset.Version ? "public, max-age=31536000, immutable" : "no-cache";
        if (context.Request.Headers.IfNoneMatch.Contains($"\"{asset.Version}\""))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = asset.ContentType;
        context.Response.ContentLength = asset.Content.Length;
        await context.Response.Body.WriteAsync(asset.Content, context.RequestAborted);
    }

    private static FrozenDictionary<string, PageAsset> Load()
    {
        const string folder = "Assets/";
        var assembly = typeof(PageAssets).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Select(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var content = new byte[stream.Length];
                stream.ReadExactly(content);
                return new PageAsset(
                    name[folder.Length..],
                    ContentType(name),
                    content,
                    Convert.ToHexStringLower(SHA256.HashData(content))[..12]
                );
            })
            .ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);
    }

    private static string ContentType(string name) =>
        Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            var other => throw new InvalidOperationException($"No content type for {other}."),
        };
}
