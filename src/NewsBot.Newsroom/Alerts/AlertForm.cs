namespace NewsBot.Newsroom.Alerts;

/// <summary>Specifies what an alert looks for. The numbers are stored.</summary>
public enum AlertForm
{
    /// <summary>Words, phrases and outlets.</summary>
    Words = 0,

    /// <summary>The first answer to a question.</summary>
    Question = 1,

    /// <summary>Further articles of a story.</summary>
    Story = 2,
}
