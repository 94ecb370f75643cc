namespace NewsBot.Newsroom.Evaluation;

/// <summary>
/// Reads and writes the verdicts of a run as a file to commit: one line for each question with its verdict, a tab and
/// its id, so that a diff is easy to read.
/// </summary>
public static class VerdictFile
{
    /// <summary>Returns the text of the file for these results.</summary>
    public static string Text(IEnumerable<EvaluationResult> results) =>
        string.Concat(results.Select(result => $"{result.Verdict}\t{result.Question.Id}\n"));

    /// <summary>Reads a file that <see cref="Text"/> produced.</summary>
    /// <exception cref="EvaluationFileException">The file cannot be read; the message names the line.</exception>
    public static IReadOnlyDictionary<string, EvaluationVerdict> Read(string path)
    {
        var verdicts = new Dictionary<string, EvaluationVerdict>(StringComparer.Ordinal);
        try
        {
            foreach (var (number, line) in File.ReadLines(path).Index())
            {
                var parts = line.Split('\t', 2);
                if (parts.Length != 2 || !Enum.TryParse<EvaluationVerdict>(parts[0], out var verdict))
                    throw new EvaluationFileException($"{path}, line {number + 1} is not a verdict, a tab and an id.");
                verdicts[parts[1]] = verdict;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationFileException($"{path} cannot be read: {exception.Message}");
        }

        return verdicts;
    }

    /// <summary>Returns the questions whose verdict differs between the two runs, in the order of the later run.</summary>
    public static IReadOnlyList<EvaluationChange> Compare(
        IReadOnlyDictionary<string, EvaluationVerdict> before,
        IEnumerable<EvaluationResult> now
    ) =>
        [
            .. now.Where(result => before.TryGetValue(result.Question.Id, out var verdict) && verdict != result.Verdict)
                .Select(result => new EvaluationChange(result.Question.Id, before[result.Question.Id], result.Verdict)),
        ];
}
