using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Requests;

/// <summary>
/// Gives the rights of those who read where nobody says who they are: the pages, the API, assistants and the command line. Thread-safe.
/// </summary>
/// <param name="desks">The desks of the settings.</param>
/// <param name="own">The desk of <c>Access:Desk</c>; null: everything but what is under embargo.</param>
internal sealed class HostReader(DeskList desks, Desk? own)
{
    /// <summary>Gets the rights of one who names no desk; never with embargoed articles.</summary>
    public ReaderRights Rights { get; } = new() { Desk = own };

    // One view of each desk: what a desk may see is worked out once.
    private readonly Dictionary<string, ReaderRights> narrower = desks.All.ToDictionary(
        desk => desk.Name,
        desk => new ReaderRights { Desk = own is null || own.Name == desk.Name ? desk : desk.Within(own) },
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Returns the rights of one who names a desk, which never widens them; null when there is no such desk.</summary>
    /// <param name="desk">The name, in any case; empty or null: none is named.</param>
    public ReaderRights? Of(string? desk) => string.IsNullOrWhiteSpace(desk) ? Rights : narrower.GetValueOrDefault(desk.Trim());
}
