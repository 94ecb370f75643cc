namespace NewsBot.Newsroom.People;

/// <summary>Represents who a person or API key is, to NewsBot. Immutable.</summary>
/// <param name="Channel"><c>web</c> for people who signed in, <c>api</c> for keys, <c>teams</c> or <c>discord</c>.</param>
/// <param name="Id">The id there: a subject of the sign-in, the id of a key, or the channel's id of a person.</param>
public sealed record PersonId(string Channel, string Id)
{
    /// <summary>Specifies the channel of people who signed in.</summary>
    public const string Web = "web";

    /// <summary>Specifies the channel of API keys.</summary>
    public const string Api = "api";

    /// <summary>Specifies the channel of Teams.</summary>
    public const string Teams = "teams";

    /// <summary>Specifies the channel of Discord.</summary>
    public const string Discord = "discord";

    /// <summary>Gets every channel in which people have ids.</summary>
    public static IReadOnlyList<string> Channels { get; } = [Web, Api, Teams, Discord];

    /// <summary>Returns the id with its channel, as the audit log has it.</summary>
    public override string ToString() => $"{Channel}:{(Channel == Web ? Uri.EscapeDataString(Id) : Id)}";

    /// <summary>Reads what <see cref="ToString"/> returns; null if the text does not begin with a channel or has no id.</summary>
    public static PersonId? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return
            text.Split(':', 2) is [var channel, { Length: > 0 } id]
            && Channels.FirstOrDefault(one => one.Equals(channel, StringComparison.OrdinalIgnoreCase)) is { } known
            ? new PersonId(known, known == Web ? Uri.UnescapeDataString(id) : id)
            : null;
    }
}
