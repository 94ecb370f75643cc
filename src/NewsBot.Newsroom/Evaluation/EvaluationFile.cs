using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsBot.Newsroom.Evaluation;

/// <summary>Reads a file of evaluation questions, one JSON object a line.</summary>
/// <remarks>
/// Fields: <c>id</c> and <c>question</c>; <c>answerable</c> (true when missing), <c>may_decline</c> and <c>asOf</c>; what a right answer
/// contains: <c>must</c> (groups of regular expressions), <c>must_not</c>, <c>answers</c> or <c>answer</c> (strings);
/// and <c>cite_any</c>, <c>source</c> or <c>articles</c>.
/// </remarks>
public static class EvaluationFile
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    /// <summary>Reads all questions of a file.</summary>
    /// <exception cref="EvaluationFileException">The file or a line cannot be read; the message names it.</exception>
    public static IReadOnlyList<EvaluationQuestion> Read(string path)
    {
        var questions = new List<EvaluationQuestion>();
        var number = 0;
        foreach (var line in Lines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                using var document = JsonDocument.Parse(line);
                questions.Add(ReadQuestion(document.RootElement));
            }
            catch (Exception exception)
                when (exception
                        is JsonException
                            or KeyNotFoundException
                            or InvalidOperationException
                            or FormatException
                            or ArgumentException
                )
            {
                throw new EvaluationFileException(
                    $"{path}, line {number}: {exception.Message} Each line must be an object with \"id\", \"question\" and what a right answer must contain."
                );
            }
        }

        return questions.Count > 0 ? questions : throw new EvaluationFileException($"{path} contains no questions.");
    }

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationFileException($"{path} cannot be read: {exception.Message}");
        }
    }

    private static EvaluationQuestion ReadQuestion(JsonElement line) =>
        new()
        {
            Id = line.GetProperty("id").ToString(),
            Question = line.GetProperty("question").GetString() ?? throw new FormatException("\"question\" is null."),
            Answerable = !line.TryGetProperty("answerable", out var answerable) || answerable.GetBoolean(),
            MayDecline = line.TryGetProperty("may_decline", out var mayDecline) && mayDecline.GetBoolean(),
            AsOf = line.TryGetProperty("asOf", out var asOf)
                ? DateOnly.ParseExact(asOf.GetString() ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture)
                : null,
            Must = line.TryGetProperty("must", out var must) ? [.. must.EnumerateArray().Select(Expressions)] : [],
            MustNot = line.TryGetProperty("must_not", out var mustNot) ? Expressions(mustNot) : [],
            Answers = Strings(line, "answers", "answer"),
            CiteAny = Strings(line, "cite_any", "articles", "source"),
        };

    private static Regex[] Expressions(JsonElement group) =>
        [
            .. group
                .EnumerateArray()
                .Select(expression => new Regex(
                    expression.GetString() ?? "",
                    RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
                    MatchTimeout
                )),
        ];

    private static string[] Strings(JsonElement line, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!line.TryGetProperty(name, out var value))
                continue;
            return value.ValueKind == JsonValueKind.Array
                ? [.. value.EnumerateArray().Select(item => item.GetString() ?? "")]
                : [value.GetString() ?? ""];
        }

        return [];
    }
}
