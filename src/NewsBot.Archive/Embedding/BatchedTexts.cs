namespace NewsBot.Archive.Embedding;

/// <summary>
/// Embeds texts that a model may partly refuse: halves a refused batch, shortens a refused text, and finally gives it up.
/// </summary>
internal sealed class BatchedTexts(IPassageEmbedder embedder)
{
    // A text refused at this length is not refused for its length.
    private const int FewestChars = 200;

    private const string PlainText = "The president spoke to reporters on Wednesday.";

    /// <summary>Returns one vector for each text, in order; zeros for a text that the model does not take.</summary>
    /// <exception cref="EmbeddingException">The model failed, or takes no text at all.</exception>
    public async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        try
        {
            return await embedder.EmbedPassagesAsync(texts, cancellationToken).ConfigureAwait(false);
        }
        catch (EmbeddingException refused) when (refused.IsOfTexts)
        {
            return texts.Count > 1
                ? await HalvesAsync(texts, cancellationToken).ConfigureAwait(false)
                : [await ShorterAsync(texts[0], cancellationToken).ConfigureAwait(false)];
        }
    }

    private async Task<IReadOnlyList<ReadOnlyMemory<float>>> HalvesAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var half = texts.Count / 2;
        var first = await EmbedAsync([.. texts.Take(half)], cancellationToken).ConfigureAwait(false);
        var second = await EmbedAsync([.. texts.Skip(half)], cancellationToken).ConfigureAwait(false);
        return [.. first, .. second];
    }

    private async Task<ReadOnlyMemory<float>> ShorterAsync(string text, CancellationToken cancellationToken)
    {
        var half = text.Length / 2;
        if (text.Length > FewestChars)
            return (
                await EmbedAsync([text[..(char.IsHighSurrogate(text[half - 1]) ? half - 1 : half)]], cancellationToken)
                    .ConfigureAwait(false)
            )[0];
        // Throws when the fault is the endpoint's, not the text's.
        var plain = await embedder.EmbedPassagesAsync([PlainText], cancellationToken).ConfigureAwait(false);
        return new float[plain[0].Length];
    }
}
