using System.Text.Json.Serialization;
using NewsBot.Archive.Embedding;

namespace NewsBot.Wire;

/// <summary>How far passages are embedded.</summary>
/// <param name="Embedded">Passages that can be found by their meaning.</param>
/// <param name="Passages">Passages in all.</param>
/// <param name="Failure">Why it does not go on just now.</param>
internal sealed record EmbeddingsJson(
    int Embedded,
    int Passages,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Failure
)
{
    /// <summary>As it is now.</summary>
    public static EmbeddingsJson? From(EmbeddingProgress? progress) =>
        progress is null ? null : new(progress.Embedded, progress.Passages, progress.Failure);
}
