using System.Collections.Concurrent;
using NewsBot.Access;
using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Desks;

namespace NewsBot.Requests;

/// <summary>Gives each caller the rights of their own desk, or of the host's. Thread-safe.</summary>
/// <param name="desks">The desks of the settings.</param>
/// <param name="own">The desk of <c>Access:Desk</c>, for callers without their own; null: everything but what is under embargo.</param>
internal sealed class HostReaders(DeskList desks, Desk? own)
{
    private readonly HostReader shared = new(desks, own);

    // One view of each desk: what a desk may see is worked out once.
    private readonly ConcurrentDictionary<string, HostReader> bound = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns what a caller reads with.</summary>
    public HostReader Of(Caller caller) => caller.Desk is { } desk ? bound.GetOrAdd(desk, Bound) : shared;

    // Removing a desk from the settings never widens what its people see.
    private HostReader Bound(string name) =>
        new(
            desks,
            desks.Named(name)
                ?? new Desk
                {
                    Name = name,
                    Channels = [],
                    Articles = ArticleSelection.Nothing,
                },
            isBound: true
        );
}
