namespace NewsBot.Newsroom.Desks;

/// <summary>Represents the desk commands as a channel writes them, in plain text. Immutable.</summary>
/// <param name="Usage">One or two sentences with examples.</param>
public sealed record DeskSyntax(string Usage)
{
    /// <summary>Gets the commands written as messages.</summary>
    public static DeskSyntax Message { get; } =
        new("Type: desk, desk list, desk set Sports, desk clear. For a person: desk set Sports for ID, desk clear for ID.");
}
