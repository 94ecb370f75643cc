namespace NewsBot.Newsroom.Desks;

/// <summary>Represents what a desk command asks for. A closed set.</summary>
public abstract record DeskOrder
{
    private DeskOrder() { }

    /// <summary>Asks what this conversation may see.</summary>
    public sealed record Show : DeskOrder;

    /// <summary>Asks for the desks.</summary>
    public sealed record List : DeskOrder;

    /// <summary>Puts a conversation or a person on a desk.</summary>
    /// <param name="Desk">The desk's name, in any case.</param>
    /// <param name="Person">The channel's id of the person; null for the conversation.</param>
    public sealed record Assign(string Desk, string? Person) : DeskOrder;

    /// <summary>Takes a conversation or a person off its desk.</summary>
    /// <param name="Person">The channel's id of the person; null for the conversation.</param>
    public sealed record Clear(string? Person) : DeskOrder;

    /// <summary>Reads the words after <c>desk</c>; returns null if they are not a command.</summary>
    public static DeskOrder? Read(string words)
    {
        var parts = (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var (named, person) =
            parts is [.. var before, var mark, var id] && mark.Equals("for", StringComparison.OrdinalIgnoreCase)
                ? (before, id)
                : (parts, null);
        return (named.FirstOrDefault()?.ToUpperInvariant(), named.Length) switch
        {
            (null or "SHOW", _) when person is null && named.Length <= 1 => new Show(),
            ("LIST", 1) when person is null => new List(),
            ("SET", > 1) => new Assign(string.Join(' ', named.Skip(1)), person),
            ("CLEAR", 1) => new Clear(person),
            _ => null,
        };
    }
}
