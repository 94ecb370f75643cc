using System.Collections.Concurrent;

namespace NewsBot.Arriving;

/// <summary>Holds what keeps articles from arriving just now, for health and log. Thread-safe.</summary>
internal sealed class ArrivalProblems
{
    private readonly ConcurrentDictionary<string, string> problems = new(StringComparer.Ordinal);

    /// <summary>One sentence for each folder and feed that fails, in ordinal order.</summary>
    public IReadOnlyList<string> All => [.. problems.Values.Order(StringComparer.Ordinal)];

    /// <summary>Notes how a folder or feed is.</summary>
    /// <param name="place">The folder or feed.</param>
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
