using System.Collections.Concurrent;

namespace NewsBot.Arriving;

/// <summary>Lists what currently keeps articles from arriving, for the health check and the log. Thread-safe.</summary>
internal sealed class ArrivalProblems
{
    private readonly ConcurrentDictionary<string, string> problems = new(StringComparer.Ordinal);

    /// <summary>Gets one sentence for each folder and feed that fails, in ordinal order.</summary>
    public IReadOnlyList<string> All => [.. problems.Values.Order(StringComparer.Ordinal)];

    /// <summary>Records the state of a folder or feed.</summary>
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
