using System.Globalization;
using System.Text;
using NewsBot.Newsroom.Composing;

namespace NewsBot.Benchmarks.Training;

/// <summary>
/// Writes docs/research/answers.md and the risk–coverage curves: what the models are worth on questions that they did not see.
/// </summary>
internal static class AnswersReport
{
    private static readonly (string Set, string Name, string Colour)[] Curves =
    [
        ("seeds", "seed articles", "#1b5e20"),
        ("squad", "SQuAD 2.0 half", "#0d47a1"),
        ("news", "news quiz and the same questions 45 days early", "#b71c1c"),
    ];

    private const int Width = 640;
    private const int Height = 400;
    private const int Margin = 56;

    public static void Write(string docs, IReadOnlyDictionary<string, IReadOnlyList<JudgedSamples>> sets)
    {
        var text = new StringBuilder();
        text.Append(
            """
            # Answering by words: what the threshold trades

            Written by `dotnet run -c Release --project tests/NewsBot.Benchmarks -- train`. Every number comes from questions that the
            models did not see. The sets are cut into four parts (SQuAD by article, news by date, seeds by number), and each part is
            answered by models fitted on the other three. The models that ship are fitted on all.

            `Answers:Threshold` is the least probability that the articles answer a question at which NewsBot answers it.

            “One of three” means a right sentence among the statements that would be shown, at most three. It must be of the right
            article; in the news quiz any article counts, as the quiz is measured. “Too early” are the news questions asked 45 days
            earlier, with the articles of that day.


            """
        );
        foreach (
            var (set, name) in ((string, string)[])
                [
                    ("seeds", "Seed articles"),
                    ("squad", "SQuAD 2.0 half"),
                    ("news", "News quiz, 26,634 articles"),
                    ("news-too-early", "News quiz, too early"),
                    ("squad-of-seeds", "SQuAD questions of the seed articles"),
                    ("news-of-squad", "News questions of the SQuAD articles"),
                ]
        )
            text.Append(CultureInfo.InvariantCulture, $"## {name}\n{TradeOff.Table(set, sets[set])}\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"## Risk and coverage\n![Share of wrong answers by the share of questions that are answered](answers-risk-coverage.svg)\n\nA dot marks the default threshold, {StatementComposer.DefaultThreshold}.\n"
        );
        File.WriteAllText(Path.Combine(docs, "answers.md"), text.ToString());
        File.WriteAllText(Path.Combine(docs, "answers-risk-coverage.svg"), Svg(sets));
    }

    private static string Svg(IReadOnlyDictionary<string, IReadOnlyList<JudgedSamples>> sets)
    {
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\" aria-label=\"Risk by coverage\">\n<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>\n"
        );
        for (var tenth = 0; tenth <= 10; tenth += 2)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{X(0):F0}\" y1=\"{Y(tenth / 10.0):F0}\" x2=\"{X(1):F0}\" y2=\"{Y(tenth / 10.0):F0}\" stroke=\"#ddd\"/><text x=\"{Margin - 8}\" y=\"{Y(tenth / 10.0) + 4:F0}\" text-anchor=\"end\">{tenth / 10.0:F1}</text>"
            );
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{X(tenth / 10.0):F0}\" y=\"{Height - Margin + 18}\" text-anchor=\"middle\">{tenth / 10.0:F1}</text>\n"
            );
        }

        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{Width / 2}\" y=\"{Height - 12}\" text-anchor=\"middle\">coverage: share of all questions that are answered</text><text transform=\"translate(16 {Height / 2}) rotate(-90)\" text-anchor=\"middle\">risk: share of answers that are wrong</text>\n"
        );
        foreach (var ((set, name, colour), number) in Curves.Select((curve, i) => (curve, i)))
        {
            var all = set == "news" ? [.. sets["news"], .. sets["news-too-early"]] : sets[set];
            svg.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"");
            foreach (
                var (coverage, risk) in Enumerable.Range(0, 41).Select(i => Point(all, i / 40.0)).Where(point => point.Coverage > 0.02)
            )
                svg.Append(CultureInfo.InvariantCulture, $"{X(coverage):F1},{Y(risk):F1} ");
            var (here, riskHere) = Point(all, StatementComposer.DefaultThreshold);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"\"/><circle cx=\"{X(here):F1}\" cy=\"{Y(riskHere):F1}\" r=\"5\" fill=\"{colour}\"/><text x=\"{X(0.03):F0}\" y=\"{Y(0.97) + (16 * number):F0}\" fill=\"{colour}\">{name}</text>\n"
            );
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static (double Coverage, double Risk) Point(IReadOnlyList<JudgedSamples> questions, double threshold)
    {
        var answered = questions.Where(one => one.Probability >= threshold).ToArray();
        return answered.Length == 0
            ? (0, 0)
            : (
                answered.Length / (double)questions.Count,
                answered.Count(one => !one.Ranked.Source.Source.Question.Answerable || !one.Ranked.IsRightAmongThree)
                    / (double)answered.Length
            );
    }

    private static double X(double share) => Margin + (share * (Width - Margin - 16));

    private static double Y(double share) => Height - Margin - (share * (Height - Margin - 16));
}
