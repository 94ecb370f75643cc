using System.Globalization;
using NewsBot.Newsroom.Answering;
using NewsBot.Newsroom.Conversations;
using NewsBot.Semantics;

namespace NewsBot.Settings;

/// <summary>How questions are answered.</summary>
/// <param name="Threshold">The least probability, 0 to 1, at which an answer is given; docs/answers.md has what it trades.</param>
internal sealed record AnswerSettings(double Threshold)
{
    /// <summary>Reads section <c>Answers</c>.</summary>
    public static AnswerSettings Read(SettingsReader reader)
    {
        if (reader.Text("Answers:Threshold") is not { } text) return new(AnswerOptions.DefaultThreshold);
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var threshold) && threshold <= 1) return new(threshold);
        reader.Fail("Answers:Threshold", $"is \"{text}\"", "write a number from 0 to 1, such as 0.4; docs/answers.md has what it trades");
        return new(AnswerOptions.DefaultThreshold);
    }

    /// <summary>For the pipeline.</summary>
    /// <param name="reading">Loads the model that reads sentences; null: words decide alone.</param>
    /// <param name="conversations">Remembers follow-ups; null: each question stands on its own.</param>
    public AnswerOptions ToOptions(ReadingModelLoader? reading, ConversationMemory? conversations = null) =>
        new() { Threshold = Threshold, Reading = reading, Conversations = conversations };
}
