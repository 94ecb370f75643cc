namespace NewsBot.Search.Index;

/// <summary>
/// BM25F: BM25 over two fields, headline and body, whose term frequencies are added up before they saturate.
/// </summary>
/// <remarks>
/// Robertson, Zaragoza, Taylor, "Simple BM25 extension to multiple weighted fields", CIKM 2004; the inverse document frequency is the variant
/// that stays above 0 (Lucene's). A passage is the unit that is counted: its headline is that of its document.
/// The defaults are a middle of what did best in runs of the benchmarks <c>retrieval</c> and <c>news</c>, not the best of any one collection.
/// </remarks>
internal sealed record Bm25Weights
{
    /// <summary>The default of <see cref="Saturation"/>, also for what is ranked by other signs.</summary>
    public const double UsualSaturation = 1.2;

    /// <summary>How slowly a term that repeats loses its worth; 0 counts presence only.</summary>
    public double Saturation { get; init; } = UsualSaturation;

    /// <summary>How much longer bodies are held back, 0 (not) to 1 (in proportion).</summary>
    public double BodyLengthNorm { get; init; } = 0.6;

    /// <summary>How much longer headlines are held back, 0 to 1.</summary>
    public double HeadlineLengthNorm { get; init; } = 0.5;

    /// <summary>What a term in the headline counts, where one in the body counts 1.</summary>
    public double Headline { get; init; } = 1.5;

    /// <summary>A number that differs when the length-weighted frequencies of <see cref="Bm25Lengths"/> differ; the same on every machine.</summary>
    public ulong Fingerprint => BitConverter.DoubleToUInt64Bits(BodyLengthNorm)
        ^ (BitConverter.DoubleToUInt64Bits(HeadlineLengthNorm) * 3)
        ^ (BitConverter.DoubleToUInt64Bits(Headline) * 5);

    /// <summary>Worth of a term by its rarity.</summary>
    /// <param name="passages">Passages in the index.</param>
    /// <param name="passagesWithTerm">Those with the term in body or headline.</param>
    public static double InverseDocumentFrequency(long passages, long passagesWithTerm) =>
        Math.Log(1 + ((passages - passagesWithTerm + 0.5) / (passagesWithTerm + 0.5)));

    /// <summary>Score of one term in one passage, for an inverse document frequency of 1.</summary>
    /// <param name="bodyFrequency">How often the body has the term.</param>
    /// <param name="bodyLength">The body's length by the average: 1 is average.</param>
    /// <param name="headlineFrequency">How often the headline has the term.</param>
    /// <param name="headlineLength">The headline's length by the average.</param>
    public double TermScore(int bodyFrequency, double bodyLength, int headlineFrequency, double headlineLength)
    {
        var frequency = (bodyFrequency / (1 - BodyLengthNorm + (BodyLengthNorm * bodyLength)))
            + (Headline * headlineFrequency / (1 - HeadlineLengthNorm + (HeadlineLengthNorm * headlineLength)));
        return frequency * (Saturation + 1) / (frequency + Saturation);
    }
}
