using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using NewsBot.Access;
using NewsBot.ApiDocument;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Audit;
using NewsBot.Requests;
using NewsBot.Text;

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
            .AddSingleton(provider => new NewsroomTools(
                provider.GetRequiredService<INewsroom>(),
                provider.GetRequiredService<TimeProvider>(),
                CallerOf,
                provider.GetRequiredService<AuditLog>()
            ))
            .AddSingleton<IConfigureOptions<McpServerOptions>>(provider => new ConfigureOptions<McpServerOptions>(options =>
                Configure(options, provider.GetRequiredService<NewsroomTools>())
            ));
    }

    /// <summary>Maps <see cref="Path"/>, for callers with a key.</summary>
    public static void MapNewsroomMcp(this IEndpointRouteBuilder routes) =>
        routes.MapMcp(Path).WithMetadata(EndpointAccess.Assistants).Describe(ApiOperations.Mcp);

    /// <summary>Serves assistants over two streams until the input ends, like a program started by an assistant.</summary>
    /// <param name="newsroom">Answers.</param>
    /// <param name="reader">Determines what assistants may see.</param>
    /// <param name="clock">Determines which version of an article is current.</param>
    /// <param name="user">The name under which what the assistant reads is recorded.</param>
    /// <param name="audit">Records it; null: nothing is recorded.</param>
    /// <param name="input">Messages, one a line.</param>
    /// <param name="output">Messages and nothing else.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task ServeAsync(
        INewsroom newsroom,
        HostReader reader,
        TimeProvider clock,
        string user,
        AuditLog? audit,
        Stream input,
        Stream output,
        CancellationToken cancellationToken
    )
    {
        var options = new McpServerOptions();
        var caller = Caller.Here with { Name = user };
        Configure(options, new NewsroomTools(newsroom, clock, _ => (reader, caller), audit));
        await using var transport = new StreamServerTransport(input, output, options.ServerInfo!.Name);
        await using var server = McpServer.Create(transport, options);
        await server.RunAsync(cancellationToken);
    }

    // Without the services of a request there is no caller, and nobody is answered.
    private static (HostReader Reader, Caller Caller) CallerOf(IServiceProvider? services) =>
        services is null
            ? throw new InvalidOperationException("The call has no request.")
            : (services.GetRequiredService<HostReader>(), services.GetRequiredService<CurrentCaller>().Required);

    private static void Configure(McpServerOptions options, NewsroomTools tools)
    {
        options.ServerInfo = new Implementation
        {
            Name = "newsbot",
            Title = "NewsBot",
            Version = ProductVersion.Number,
        };
        options.ServerInstructions = Instructions;
        options.ToolCollection = [];
        foreach (var tool in tools.All())
            options.ToolCollection.Add(tool);
    }
}
