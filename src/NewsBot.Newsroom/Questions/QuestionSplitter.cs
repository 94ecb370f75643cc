using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Questions;

/// <summary>Splits a message into its questions.</summary>
internal static class QuestionSplitter
{
    /// <summary>Specifies the most questions answered at a time; the rest of the message stays with the last.</summary>
    public const int MaxQuestions = 3;

    /// <summary>
    /// Returns the questions in order, each with the statements before it ("X resigned. Who follows him?"); at least one.
    /// </summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length && parts.Count < MaxQuestions - 1; i++)
        {
            var isEnd = text[i] == '?' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]));
            if (!isEnd || AnnotatedText.Read(text[start..i]).Words.Count == 0)
                continue;
            parts.Add(text[start..(i + 1)].Trim());
            start = i + 1;
        }

        var rest = text[start..].Trim();
        if (rest.Any(char.IsLetterOrDigit))
            parts.Add(rest);
        return parts.Count > 0 ? parts : [text];
    }
}
