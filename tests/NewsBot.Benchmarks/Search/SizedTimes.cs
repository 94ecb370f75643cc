using System.Globalization;
using System.Text;

namespace NewsBot.Benchmarks.Search;

/// <summary>Median query times at one size of the corpus, in milliseconds; the peer's are null where it is missing.</summary>
internal sealed record SizedTimes(int Factor, int Passages, double? Peer, double Terms, double Ranked)
{
    /// <summary>How the medians grow with the corpus, as Markdown: a table, and the exponent between the first and the last size.</summary>
    public static string Curve(IReadOnlyList<SizedTimes> sizes)
    {
        var text = new StringBuilder();
        text.AppendLine().AppendLine("## Growth").AppendLine();
        text.AppendLine("Median times by size of the corpus; in brackets, as a multiple of the first row.").AppendLine();
        text.AppendLine("| corpus | passages | Lucene 8.7 | NewsBot, terms | NewsBot, ranked |").AppendLine("|---|---|---|---|---|");
        var first = sizes[0];
        foreach (var size in sizes)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {size.Factor}× | {size.Passages:N0} ({(double)size.Passages / first.Passages:F1}) | {Grown(size.Peer, first.Peer)} | {Grown(size.Terms, first.Terms)} | {Grown(size.Ranked, first.Ranked)} |"
            );
        }

        var last = sizes[^1];
        text.AppendLine()
            .AppendLine(
                CultureInfo.InvariantCulture,
                $"Time grows with the size of the corpus to the power of {Exponent(last.Terms, first.Terms):F2} (terms) and {Exponent(last.Ranked, first.Ranked):F2} (ranked){(last.Peer is { } peer ? string.Create(CultureInfo.InvariantCulture, $"; for Lucene, {Exponent(peer, first.Peer!.Value):F2}") : "")}. In proportion, it would be 1."
            );
        return text.ToString();

        double Exponent(double late, double early) => Math.Log(late / early) / Math.Log((double)last.Passages / first.Passages);
    }

    private static string Grown(double? time, double? first) =>
        time is { } now && first is { } before ? string.Create(CultureInfo.InvariantCulture, $"{now:F2} ({now / before:F1})") : "–";
}
