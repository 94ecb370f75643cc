namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Specifies the words with which commands for alerts begin.</summary>
public static class AlertVerbs
{
    /// <summary>Specifies the verb before what to look for.</summary>
    public const string Add = "add";

    /// <summary>Specifies the verb before the number of a story to follow.</summary>
    public const string Follow = "follow";

    /// <summary>Specifies the verb that lists alerts.</summary>
    public const string List = "list";

    /// <summary>Specifies the verb that ends an alert.</summary>
    public const string Stop = "stop";

    /// <summary>Specifies the verb that pauses an alert.</summary>
    public const string Pause = "pause";

    /// <summary>Specifies the verb that ends a pause.</summary>
    public const string Resume = "resume";

    /// <summary>Specifies the verb that pauses an alert for a time.</summary>
    public const string Mute = "mute";

    /// <summary>
    /// Determines whether words are a command for existing alerts: <c>list</c>, or another verb with a number. Other words are something to
    /// look for: "alert stop of trains".
    /// </summary>
    public static bool Manage(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) switch
        {
            [List or Stop or Pause or Resume or Mute] => true,
            [Stop or Pause or Resume, var number] => IsNumber(number),
            [Mute, var number, ..] => IsNumber(number),
            _ => false,
        };
    }

    private static bool IsNumber(string word) => word.All(char.IsAsciiDigit);
}
