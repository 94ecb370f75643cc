namespace NewsBot.TestSupport.Models;

/// <summary>Represents the reaction of a scripted model to one request for embeddings.</summary>
public sealed record EmbeddingReply
{
    /// <summary>Gets the HTTP status.</summary>
    public int Status { get; private init; } = 200;

    /// <summary>Gets a value indicating whether nothing is sent until the caller leaves.</summary>
    public bool IsSilent { get; private init; }

    /// <summary>Gets the body sent instead of vectors; null: vectors are sent.</summary>
    public string? Raw { get; private init; }

    /// <summary>Gets the vector for each text.</summary>
    public IReadOnlyList<float[]> Vectors { get; private init; } = [];

    /// <summary>Returns each text's <see cref="ScriptedVectors"/>.</summary>
    public static EmbeddingReply Of(IReadOnlyList<string> texts) => Of(texts, ScriptedVectors.Dimension);

    /// <summary>Returns the same with another length.</summary>
    public static EmbeddingReply Of(IReadOnlyList<string> texts, int dimension) =>
        new() { Vectors = [.. texts.Select(text => ScriptedVectors.Of(text, dimension))] };

    /// <summary>Returns a status other than success.</summary>
    public static EmbeddingReply Failing(int status) => new() { Status = status };

    /// <summary>Returns a body, sent as it is.</summary>
    public static EmbeddingReply Body(string raw) => new() { Raw = raw };

    /// <summary>Returns a reply in which nothing is sent until the caller leaves.</summary>
    public static EmbeddingReply Silent() => new() { IsSilent = true };
}
