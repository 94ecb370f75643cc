using NewsBot.Archive.Embedding;

namespace NewsBot.Embedding;

/// <summary>Registers the embedding of passages.</summary>
internal static class EmbeddingServices
{
    /// <summary>Embeds while the host runs.</summary>
    public static void AddEmbedding(this IServiceCollection services, PassageEmbeddings embeddings, string model)
    {
        services.AddSingleton(embeddings);
        services.AddHostedService(provider => new EmbeddingWork(embeddings, model, provider.GetRequiredService<ILogger<EmbeddingWork>>()));
    }
}
