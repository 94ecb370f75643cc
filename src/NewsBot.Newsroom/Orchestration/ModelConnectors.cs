using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using NewsBot.Newsroom.Models;

// Azure's chat client and both generators of embeddings are marked experimental; nothing else makes them.
#pragma warning disable SKEXP0010

namespace NewsBot.Newsroom.Orchestration;

/// <summary>
/// Creates models through Semantic Kernel's connectors. No connector retries: retries and patience belong to the newsroom, where the
/// reader's wait is known. A connector's assemblies are loaded only when one is made.
/// </summary>
public static class ModelConnectors
{
    private const string NoKey = "none";

    /// <summary>
    /// Returns a chat client that calls the tools offered to it, as often as the options allow. An exception in a tool ends the request.
    /// </summary>
    /// <param name="options">The endpoint, key and name.</param>
    /// <param name="http">Sends the requests; null for a new client.</param>
    public static IChatClient Chat(ModelOptions options, HttpClient? http = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var services = new ServiceCollection();
        http ??= NewClient();
        if (options.Provider == ModelProvider.AzureOpenAI)
            services.AddAzureOpenAIChatClient(options.Name, options.Endpoint.AbsoluteUri, options.ApiKey ?? NoKey, httpClient: http);
        else
            services.AddOpenAIChatClient(options.Name, options.Endpoint, options.ApiKey ?? NoKey, httpClient: http);
        return Limited(services.BuildServiceProvider().GetRequiredService<IChatClient>(), options);
    }

    /// <summary>Returns any model as a chat client that calls the tools offered to it.</summary>
    public static IChatClient Calling(IChatClient model, ModelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Limited(new ChatClientBuilder(model).UseKernelFunctionInvocation().Build(), options);
    }

    /// <summary>Returns a generator of embeddings.</summary>
    /// <param name="options">The endpoint, key and name.</param>
    /// <param name="http">Sends the requests, and gets its base address set; null for a new client.</param>
    public static IEmbeddingGenerator<string, Embedding<float>> Embeddings(EmbeddingOptions options, HttpClient? http = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var services = new ServiceCollection();
        http ??= NewClient();
        http.BaseAddress = options.Endpoint;
        if (options.Provider == ModelProvider.AzureOpenAI)
            services.AddAzureOpenAIEmbeddingGenerator(
                options.Name,
                options.Endpoint.AbsoluteUri,
                options.ApiKey ?? NoKey,
                httpClient: http
            );
        else
            services.AddOpenAIEmbeddingGenerator(options.Name, options.ApiKey ?? NoKey, httpClient: http);
        return services.BuildServiceProvider().GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>();
    }

    // With a client passed to them, connectors neither retry nor time out by themselves.
    private static HttpClient NewClient() =>
        new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };

    private static IChatClient Limited(IChatClient client, ModelOptions options)
    {
        var calling = client.GetRequiredService<FunctionInvokingChatClient>();
        calling.MaximumIterationsPerRequest = options.MaxSearches;
        calling.MaximumConsecutiveErrorsPerRequest = 0;
        return client;
    }
}
