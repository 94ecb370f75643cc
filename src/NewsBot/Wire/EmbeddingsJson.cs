using System.Text.Json.Serialization;
using NewsBot.Archive.Embedding;

namespace NewsBot.Wire;

/// <summary>Represents the progress of embedding passages.</summary>
/// <param name="Embedded">The number of passages that can be found by meaning.</param>
/// <param name="Passages">The number of passages in all.</param>
/// <param name="Failure">The reason why embedding is paused; null: it is not.</param>
internal sealed record EmbeddingsJson(
    int Embedded,
    int Passages,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Failure = null
)
{
    /// <summary>Returns the present state.</summary>
    public static EmbeddingsJson? From(EmbeddingProgress? progress) =>
        progress is null ? null : new(progress.Embedded, progress.Passages, progress.Failure);
}
