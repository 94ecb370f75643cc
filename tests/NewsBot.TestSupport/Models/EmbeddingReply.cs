namespace NewsBot.TestSupport.Models;

/// <summary>What a scripted model does with one request for embeddings.</summary>
public sealed record EmbeddingReply
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; private init; } = 200;

    /// <summary>Nothing comes until the caller leaves.</summary>
    public bool IsSilent { get; private init; }

    /// <summary>Sent as it is, instead of vectors; null: vectors are sent.</summary>
    public string? Raw { get; private init; }

    /// <summary>A vector for each text.</summary>
    public IReadOnlyList<float[]> Vectors { get; private init; } = [];

    /// <summary>Each text's <see cref="ScriptedVectors"/>.</summary>
    public static EmbeddingReply Of(IReadOnlyList<string> texts) => Of(texts, ScriptedVectors.Dimension);

    /// <summary>The same with another length.</summary>
    public static EmbeddingReply Of(IReadOnlyList<string> texts, int dimension) =>
        new() { Vectors = [.. texts.Select(text => ScriptedVectors.Of(text, dimension))] };

    /// <summary>A status that is no success.</summary>
    public static EmbeddingReply Failing(int status) => new() { Status = status };

    /// <summary>A body, as it is.</summary>
    public static EmbeddingReply Body(string raw) => new() { Raw = raw };

    /// <summary>Nothing comes until the caller leaves.</summary>
    public static EmbeddingReply Silent() => new() { IsSilent = true };
}
