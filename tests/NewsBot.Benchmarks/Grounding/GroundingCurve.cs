namespace NewsBot.Benchmarks.Grounding;

/// <summary>The trade-off: at each threshold the share of supported statements that are accepted, and of unsupported ones.</summary>
internal sealed class GroundingCurve
{
    private GroundingCurve(IReadOnlyList<CurvePoint> points) => Points = points;

    /// <summary>From the lowest threshold to the highest.</summary>
    public IReadOnlyList<CurvePoint> Points { get; }

    public static GroundingCurve Of(IReadOnlyList<(bool IsSupported, bool IsVetoed, double Score)> judged)
    {
        double supported = judged.Count(one => one.IsSupported),
            unsupported = judged.Count - supported;
        return new([
            .. Enumerable
                .Range(0, 50)
                .Select(i => i / 50.0)
                .Select(threshold => new CurvePoint(
                    threshold,
                    judged.Count(one => one.IsSupported && !one.IsVetoed && one.Score >= threshold) / supported,
                    judged.Count(one => !one.IsSupported && !one.IsVetoed && one.Score >= threshold) / unsupported,
                    judged.Count(one => one.IsSupported && one.Score >= threshold) / supported,
                    judged.Count(one => !one.IsSupported && one.Score >= threshold) / unsupported
                )),
        ]);
    }
}
