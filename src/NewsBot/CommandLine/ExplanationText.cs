using System.Globalization;
using NewsBot.Newsroom.Answers;
using NewsBot.Text;

namespace NewsBot.CommandLine;

/// <summary>Writes for people how a question is understood and which candidates were considered.</summary>
internal static class ExplanationText
{
    /// <summary>Writes one block for each question of the message.</summary>
    public static void Write(TextWriter output, IReadOnlyList<AnswerExplanation> explanations)
    {
        foreach (var one in explanations)
        {
            output.WriteLine($"question   {PlainText.OneLine(one.Question)}");
            output.WriteLine($"kind       {one.Kind}{(one.IsNegated ? ", negated" : "")}");
            output.WriteLine($"focus      {Listed(one.Focus)}");
            output.WriteLine($"names      {Listed(one.Names)}");
            output.WriteLine($"times      {Listed(one.Times)}");
            output.WriteLine(
                $"terms      {Listed([.. one.Terms.Select(term => string.Create(CultureInfo.InvariantCulture, $"{term.Key} {term.Value:0.00}"))])}"
            );
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"answerable {one.Probability:0.000} (threshold {one.Threshold:0.00}), {one.Passages} passages"
                )
            );
            foreach (var candidate in one.Candidates)
            {
                output.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"  {candidate.Probability:0.000}  evidence {candidate.Evidence:0.00}  coverage {candidate.Coverage:0.00}  {PlainText.OneLine(candidate.Source)}"
                    )
                );
                output.WriteLine($"         {PlainText.OneLine(candidate.Text)}");
            }

            output.WriteLine();
        }
    }

    private static string Listed(IReadOnlyList<string> words) => words.Count == 0 ? "–" : PlainText.OneLine(string.Join(", ", words));
}
