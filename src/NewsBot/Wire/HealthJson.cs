using System.Text.Json.Serialization;

namespace NewsBot.Wire;

/// <summary>Represents the state of the host.</summary>
/// <param name="Status"><c>live</c> or <c>ready</c>.</param>
/// <param name="Articles">Number of articles in the archive, when the store was asked.</param>
/// <param name="Embeddings">How far passages are embedded; null where no model is set for it.</param>
/// <param name="Failing">A sentence for each watched folder, feed and service that fails; null where all are working.</param>
internal sealed record HealthJson(
    string Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Articles = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EmbeddingsJson? Embeddings = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Failing = null
);
