using System.Collections.Concurrent;

namespace NewsBot.Connections;

/// <summary>
/// Lists what currently fails outside the host: folders and feeds from which nothing arrives, services that do not answer. For the health
/// check and the log. Thread-safe.
/// </summary>
internal sealed class HostProblems
{
    private readonly ConcurrentDictionary<string, string> problems = new(StringComparer.Ordinal);

    /// <summary>Gets one sentence for each thing that fails, in ordinal order.</summary>
    public IReadOnlyList<string> All => [.. problems.Values.Order(StringComparer.Ordinal)];

    /// <summary>Records the state of a folder, feed or service.</summary>
    /// <param name="place">The folder, feed or service.</param>
    /// <param name="problem">What is wrong, a sentence; null: nothing.</param>
    /// <returns>Whether that is news.</returns>
    public bool Note(string place, string? problem)
    {
        if (problem is null)
            return problems.TryRemove(place, out _);
        var isNews = !problems.TryGetValue(place, out var before) || before != problem;
        problems[place] = problem;
        return isNews;
    }
}
