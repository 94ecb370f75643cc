using NewsBot.Archive.Embedding;
using NewsBot.TestSupport.Models;

namespace NewsBot.Archive.Tests.Embedding;

/// <summary>An embedder in the test's own process that does what it is told.</summary>
internal sealed class ScriptedEmbedder : IPassageEmbedder
{
    public string Model { get; init; } = "scripted";

    public int Dimension { get; set; } = ScriptedVectors.Dimension;

    public bool IsDown { get; set; }

    /// <summary>Texts for which the model says that it does not take them.</summary>
    public Func<string, bool> Refuses { get; set; } = _ => false;

    /// <summary>The request, from 1, from which on it is down.</summary>
    public int FailsFrom { get; set; } = int.MaxValue;

    /// <summary>Texts of passages that were embedded, in order.</summary>
    public List<string> Embedded { get; } = [];

    public int Requests { get; private set; }

    public int Queries { get; private set; }

    public Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedPassagesAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        if (IsDown || ++Requests >= FailsFrom)
            throw new EmbeddingException("It is down.");
        if (texts.Any(Refuses))
            throw new EmbeddingException("It is too long.") { IsOfTexts = true };
        Embedded.AddRange(texts);
        return Task.FromResult<IReadOnlyList<ReadOnlyMemory<float>>>([
            .. texts.Select(text => (ReadOnlyMemory<float>)ScriptedVectors.Of(text, Dimension)),
        ]);
    }

    public Task<ReadOnlyMemory<float>?> EmbedQueryAsync(string query, CancellationToken cancellationToken)
    {
        Queries++;
        return Task.FromResult<ReadOnlyMemory<float>?>(IsDown ? null : ScriptedVectors.Of(query, Dimension));
    }
}
