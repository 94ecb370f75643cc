using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using NewsBot.Newsroom;
using NewsBot.Requests;
using NewsBot.Settings;

namespace NewsBot.Mcp;

/// <summary>Adds the Model Context Protocol: over HTTP behind a key, or over the streams of a process.</summary>
internal static class McpServices
{
    /// <summary>Specifies its address over HTTP.</summary>
    public const string Path = "/mcp";

    private const string Instructions =
        "NewsBot answers from the newsroom's own articles and cites the source file of every statement. Quote its statements as they are, keep "
        + "their citations, and say so when it says that the articles do not answer.";

    /// <summary>Adds the tools, and the protocol over HTTP. Requests are independent, so several hosts may serve one assistant.</summary>
    public static IServiceCollection AddNewsroomMcp(this IServiceCollection services)
    {
        services.AddMcpServer().WithHttpTransport(options => options.Stateless = true);
        return services
            .AddSingleton<NewsroomTools>()
            .AddSingleton<IConfigureOptions<McpServerOptions>>(provider => new ConfigureOptions<McpServerOptions>(options =>
                Configure(options, provider.GetRequiredService<NewsroomTools>())
            ));
    }

    /// <summary>Maps <see cref="Path"/> behind the key of the settings; without a key, nothing is served there.</summary>
    public static void MapNewsroomMcp(this WebApplication app, McpSettings settings)
    {
        if (settings.Key is not { } key)
            return;
        var expected = SHA256.HashData(Encoding.UTF8.GetBytes("Bearer " + key));
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase),
            guarded =>
                guarded.Use(
                    (context, next) =>
                    {
                        if (IsAllowed(context.Request, expected))
                            return next(context);
                        context.Response.Headers.WWWAuthenticate = "Bearer";
                        return new Problem(
                            StatusCodes.Status401Unauthorized,
                            "Send the key of the setting Mcp:Key in the header Authorization: Bearer KEY."
                        ).WriteAsync(context);
                    }
                )
        );
        app.MapMcp(Path);
    }

    /// <summary>Serves assistants over two streams until the input ends, like a program started by an assistant.</summary>
    /// <param name="newsroom">Answers.</param>
    /// <param name="reader">Determines what assistants may see.</param>
    /// <param name="clock">Determines which version of an article is current.</param>
    /// <param name="input">Messages, one a line.</param>
    /// <param name="output">Messages and nothing else.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task ServeAsync(
        INewsroom newsroom,
        HostReader reader,
        TimeProvider clock,
        Stream input,
        Stream output,
        CancellationToken cancellationToken
    )
    {
        var options = new McpServerOptions();
        Configure(options, new NewsroomTools(newsroom, reader, clock));
        await using var transport = new StreamServerTransport(input, output, options.ServerInfo!.Name);
        await using var server = McpServer.Create(transport, options);
        await server.RunAsync(cancellationToken);
    }

    private static void Configure(McpServerOptions options, NewsroomTools tools)
    {
        options.ServerInfo = new Implementation
        {
            Name = "newsbot",
            Title = "NewsBot",
            Version = typeof(McpServices).Assembly.GetName().Version?.ToString(3) ?? "0",
        };
        options.ServerInstructions = Instructions;
        options.ToolCollection = [];
        foreach (var tool in tools.All())
            options.ToolCollection.Add(tool);
    }

    // Compares digests, so that the time taken shows neither the length of the key nor the place of the first wrong character.
    private static bool IsAllowed(HttpRequest request, byte[] expected) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString())),
            expected
        );
}
