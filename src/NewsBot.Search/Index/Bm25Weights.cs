namespace NewsBot.Search.Index;

/// <summary>
/// Represents the weights of BM25F: BM25 over two fields, headline and body, whose term frequencies are added before they saturate.
/// </summary>
/// <remarks>
/// Robertson, Zaragoza, Taylor, "Simple BM25 extension to multiple weighted fields", CIKM 2004; the inverse document frequency is the
/// variant that stays above 0 (Lucene's). The unit counted is the passage; its headline is that of its document. The defaults are a
/// compromise between the best values in runs of the benchmarks <c>retrieval</c> and <c>news</c>, not the best for any one collection.
/// </remarks>
internal sealed record Bm25Weights
{
    /// <summary>Specifies the default of <see cref="Saturation"/>, also used for other signals.</summary>
    public const double UsualSaturation = 1.2;

    /// <summary>Gets how slowly a repeated term loses its value; 0 counts presence only.</summary>
    public double Saturation { get; init; } = UsualSaturation;

    /// <summary>Gets how strongly longer bodies are penalised, from 0 (not at all) to 1 (in proportion).</summary>
    public double BodyLengthNorm { get; init; } = 0.6;

    /// <summary>Gets how strongly longer headlines are penalised, from 0 to 1.</summary>
    public double HeadlineLengthNorm { get; init; } = 0.5;

    /// <summary>Gets the weight of a term in the headline; one in the body has weight 1.</summary>
    public double Headline { get; init; } = 1.5;

    /// <summary>
    /// Gets a number that differs when the length-weighted frequencies of <see cref="Bm25Lengths"/> differ; the same on every machine.
    /// </summary>
    public ulong Fingerprint =>
        BitConverter.DoubleToUInt64Bits(BodyLengthNorm)
        ^ (BitConverter.DoubleToUInt64Bits(HeadlineLengthNorm) * 3)
        ^ (BitConverter.DoubleToUInt64Bits(Headline) * 5);

    /// <summary>Returns the value of a term by its rarity.</summary>
    /// <param name="passages">The number of passages in the index.</param>
    /// <param name="passagesWithTerm">The number of those with the term in body or headline.</param>
    public static double InverseDocumentFrequency(long passages, long passagesWithTerm) =>
        Math.Log(1 + ((passages - passagesWithTerm + 0.5) / (passagesWithTerm + 0.5)));

    /// <summary>Returns the score of one term in one passage, for an inverse document frequency of 1.</summary>
    /// <param name="bodyFrequency">The number of occurrences in the body.</param>
    /// <param name="bodyLength">The body's length relative to the average: 1 is average.</param>
    /// <param name="headlineFrequency">The number of occurrences in the headline.</param>
    /// <param name="headlineLength">The headline's length relative to the average.</param>
    public double TermScore(int bodyFrequency, double bodyLength, int headlineFrequency, double headlineLength)
    {
        var frequency =
            (bodyFrequency / (1 - BodyLengthNorm + (BodyLengthNorm * bodyLength)))
            + (Headline * headlineFrequency / (1 - HeadlineLengthNorm + (HeadlineLengthNorm * headlineLength)));
        return frequency * (Saturation + 1) / (frequency + Saturation);
    }
}
