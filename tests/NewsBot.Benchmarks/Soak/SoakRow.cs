using System.Globalization;
using System.Net;

namespace NewsBot.Benchmarks.Soak;

/// <summary>A few minutes of a soak: how the questions fared, and what the host held at their end.</summary>
internal sealed record SoakRow
{
    /// <summary>The end, since the start of the soak.</summary>
    public required TimeSpan Until { get; init; }

    /// <summary>What came of the questions.</summary>
    public required IReadOnlyList<AskedQuestion> Asked { get; init; }

    /// <summary>What the host held at each look; the last one at the end.</summary>
    public required IReadOnlyList<HostSample> Held { get; init; }

    /// <summary>Processors that the host kept busy, on average.</summary>
    public required double Processors { get; init; }

    /// <summary>The mean of the private memory, which garbage collections make jump; MB.</summary>
    public double PrivateMb => Held.Average(sample => sample.PrivateMb);

    /// <summary>The mean of the resident memory; MB.</summary>
    public double ResidentMb => Held.Average(sample => sample.ResidentMb);

    /// <summary>Writes a row of a table.</summary>
    public string ToMarkdown() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {Until.TotalMinutes:F0} | {Asked.Count:N0} | {Asked.Count(question => question.Status != HttpStatusCode.OK)} "
                + $"| {Percentile(Asked, .5):F0} | {Percentile(Asked, .95):F0} | {Percentile(Asked, .99):F0} "
                + $"| {PrivateMb:F0} | {ResidentMb:F0} | {Held[^1].Handles} | {Held[^1].Threads} | {Processors:F2} |"
        );

    /// <summary>The time within which a share of the questions was answered; ms.</summary>
    public static double Percentile(IEnumerable<AskedQuestion> asked, double share)
    {
        var times = asked.Select(question => question.Took.TotalMilliseconds).Order().ToArray();
        return times.Length == 0 ? 0 : times[Math.Min(times.Length - 1, (int)(share * times.Length))];
    }
}
