using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Requests;

/// <summary>
/// Gives the rights of those who read elsewhere than on Teams and Discord: on the pages, through the API and assistants, and on the command
/// line. Thread-safe.
/// </summary>
/// <param name="desks">The desks of the settings.</param>
/// <param name="own">The desk that they read as; null: everything but what is under embargo.</param>
/// <param name="isBound">Whether the desk is the caller's own, so that a request may name no other.</param>
internal sealed class HostReader(DeskList desks, Desk? own, bool isBound = false)
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

    /// <summary>Returns the rights of a request that names a desk, or what is wrong with the name.</summary>
    /// <param name="desk">The name; empty or null: none is named.</param>
    /// <param name="where">Where the request names it, such as <c>The parameter desk</c>.</param>
    public (ReaderRights? Rights, Problem? Problem) Requested(string? desk, string where)
    {
        if (isBound && !string.IsNullOrWhiteSpace(desk))
            return desk.Trim().Equals(own?.Name, StringComparison.OrdinalIgnoreCase)
                ? (Rights, null)
                : (
                    null,
                    new Problem(
                        StatusCodes.Status403Forbidden,
                        $"{where} names another desk than your own: leave it out, or use a key of that desk."
                    )
                );
        return Of(desk) is { } rights
            ? (rights, null)
            : (
                null,
                new Problem(
                    StatusCodes.Status400BadRequest,
                    $"{where} names an unknown desk: use a name listed under Digests:Desks in the settings, or leave it out."
                )
            );
    }
}
