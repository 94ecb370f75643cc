using System.Globalization;
using NewsBot.Newsroom.Answering;
using NewsBot.Newsroom.Conversations;
using NewsBot.Semantics;

namespace NewsBot.Settings;

/// <summary>Represents the settings for answering questions.</summary>
/// <param name="Threshold">The least probability, 0 to 1, at which an answer is given; null: the default of what decides.</param>
/// <param name="ReadingModel">Whether a model reads sentences for their meaning; otherwise their words decide alone.</param>
internal sealed record AnswerSettings(double? Threshold, bool ReadingModel)
{
    /// <summary>Reads section <c>Answers</c>.</summary>
    public static AnswerSettings Read(SettingsReader reader) => new(ReadThreshold(reader), ReadSwitch(reader));

    /// <summary>Returns the loading of the reading model; when it is switched off, the result says so.</summary>
    public ReadingModelLoader ToLoader() =>
        ReadingModel
            ? new ReadingModelLoader(Semantics.ReadingModel.OwnFolder, Environment.ProcessorCount)
            : new ReadingModelLoader(() =>
                ReadingModelLoad.Failed("The reading model is switched off by the setting Answers:ReadingModel.")
            );

    /// <summary>Returns the options of the pipeline.</summary>
    /// <param name="reading">Loads the model that reads sentences.</param>
    /// <param name="conversations">Remembers follow-ups; null: each question is independent.</param>
    public AnswerOptions ToOptions(ReadingModelLoader reading, ConversationMemory? conversations = null) =>
        new()
        {
            Threshold = Threshold,
            Reading = reading,
            Conversations = conversations,
        };

    private static double? ReadThreshold(SettingsReader reader)
    {
        if (reader.Text("Answers:Threshold") is not { } text)
            return null;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var threshold) && threshold <= 1)
            return threshold;
        reader.Fail(
            "Answers:Threshold",
            $"is \"{text}\"",
            "write a number from 0 to 1, such as 0.4; docs/research/answers.md explains the trade-off"
        );
        return null;
    }

    private static bool ReadSwitch(SettingsReader reader)
    {
        if (reader.Text("Answers:ReadingModel") is not { } text)
            return true;
        if (bool.TryParse(text, out var isOn))
            return isOn;
        reader.Fail("Answers:ReadingModel", $"is \"{text}\"", "write true, or false to decide by words alone");
        return true;
    }
}
