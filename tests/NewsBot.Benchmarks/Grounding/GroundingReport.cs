using System.Globalization;
using System.Text;
using NewsBot.Newsroom.Grounding;
using NewsBot.Newsroom.Grounding.Verdicts;

namespace NewsBot.Benchmarks.Grounding;

/// <summary>Writes what was measured: docs/research/grounding-measured.md and the curve as docs/research/grounding-curve.svg.</summary>
internal static class GroundingReport
{
    private const int Size = 360;
    private const int Margin = 60;

    public static string Table(
        GroundingCurve all,
        IReadOnlyList<(string Name, GroundingCurve Curve)> parts,
        IReadOnlyList<JudgedStatement> judged,
        string speed
    )
    {
        var text = new StringBuilder(
            """
            # What the grounding judge accepts

            Written by `dotnet run -c Release --project tests/NewsBot.Benchmarks -- grounding write`.

            The 953 statements are from QAGS: sentences of summaries from CNN/DailyMail and XSum, with their articles; 647 are supported,
            306 are not. Every score is out of fold: there are ten folds by article, and no statement is scored by weights that were
            fitted on its article. Vetoes are rules and are not fitted.

            ![The trade-off](grounding-curve.svg)

            | threshold | supported accepted | unsupported accepted | by score alone: supported | unsupported |
            |---|---|---|---|---|

            """
        );
        foreach (var point in all.Points.Where(point => point.Threshold >= 0.1 || point.Threshold == 0))
        {
            var mark = Math.Abs(point.Threshold - GroundingJudge.Threshold) < 0.001 ? "**" : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {mark}{point.Threshold:F2}{mark} | {point.Accepted:P1} | {point.Leaked:P1} | {point.AcceptedByScore:P1} | {point.LeakedByScore:P1} |\n"
            );
        }

        text.Append(
            "\n## By origin, at the threshold in bold\n\n| statements | supported accepted | unsupported accepted |\n|---|---|---|\n"
        );
        foreach (var (name, curve) in parts)
        {
            var point = curve.Points.MinBy(point => Math.Abs(point.Threshold - GroundingJudge.Threshold))!;
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {point.Accepted:P1} | {point.Leaked:P1} |\n");
        }

        text.Append(
            "\n## Vetoes\n\nThe table counts every statement that a veto rejects, even where another veto or the score would have rejected it.\n\n| veto | of the unsupported | of the supported |\n|---|---|---|\n"
        );
        foreach (var fault in Enum.GetValues<GroundingFault>())
        {
            int right = judged.Count(one => !one.IsSupported && one.Vetoes.Any(veto => veto.Fault == fault)),
                wrong = judged.Count(one => one.IsSupported && one.Vetoes.Any(veto => veto.Fault == fault));
            if (right + wrong > 0)
                text.Append(CultureInfo.InvariantCulture, $"| {new GroundingReason(fault).Code} | {right} | {wrong} |\n");
        }

        return text.Append("\n## Time\n\n").Append(speed).ToString();
    }

    public static string Svg(GroundingCurve curve)
    {
        var svg = new StringBuilder();
        var width = Size + (2 * Margin);
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {width}\" width=\"{width}\" height=\"{width}\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\">\n"
        );
        svg.Append(
            "<title>Share of supported statements accepted over share of unsupported ones accepted</title>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
        );
        for (var i = 0; i <= 10; i += 2)
        {
            var at = i / 10.0;
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<path d=\"M{X(at)} {Y(0)}V{Y(1)}M{X(0)} {Y(at)}H{X(1)}\" stroke=\"#ddd\" fill=\"none\"/><text x=\"{X(at)}\" y=\"{Y(0) + 18}\" text-anchor=\"middle\">{at:P0}</text><text x=\"{X(0) - 8}\" y=\"{Y(at) + 4}\" text-anchor=\"end\">{at:P0}</text>\n"
            );
        }

        svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{X(0)}\" y=\"{Y(1)}\" width=\"{X(0.1) - X(0)}\" height=\"{Y(0.5) - Y(1)}\" fill=\"#e3f2e3\"/>\n"
        );
        Line("#999", point => (point.LeakedByScore, point.AcceptedByScore));
        Line("#1a5fb4", point => (point.Leaked, point.Accepted));
        var chosen = curve.Points.MinBy(point => Math.Abs(point.Threshold - GroundingJudge.Threshold))!;
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<circle cx=\"{X(chosen.Leaked)}\" cy=\"{Y(chosen.Accepted)}\" r=\"5\" fill=\"#c01c28\"/><circle cx=\"{X(0.52)}\" cy=\"{Y(0.84)}\" r=\"4\" fill=\"none\" stroke=\"#333\"/><text x=\"{X(0.52) + 8}\" y=\"{Y(0.84) + 14}\">bag of words</text>\n"
        );
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{width / 2}\" y=\"{width - 14}\" text-anchor=\"middle\">unsupported statements accepted</text><text transform=\"translate(16 {width / 2}) rotate(-90)\" text-anchor=\"middle\">supported statements accepted</text>\n"
        );
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{X(0.3)}\" y=\"{Y(0.25)}\" fill=\"#1a5fb4\">score and vetoes</text><text x=\"{X(0.3)}\" y=\"{Y(0.19)}\" fill=\"#777\">score alone</text><text x=\"{X(0.3)}\" y=\"{Y(0.13)}\" fill=\"#c01c28\">the threshold in use; green: the goal</text>\n</svg>\n"
        );
        return svg.ToString();

        void Line(string color, Func<CurvePoint, (double X, double Y)> of) =>
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<polyline fill=\"none\" stroke=\"{color}\" stroke-width=\"2\" points=\"{string.Join(' ', curve.Points.Select(of).Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.X)},{Y(point.Y)}")))}\"/>\n"
            );
    }

    private static double X(double share) => Math.Round(Margin + (share * Size), 1);

    private static double Y(double share) => Math.Round(Margin + ((1 - share) * Size), 1);
}
