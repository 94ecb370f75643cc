using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Desks;

namespace NewsBot.Pages;

/// <summary>
/// Keeps the recent answers of a language model, so that a reloaded page shows the same answer and does not pay for another. In memory,
/// bounded. Thread-safe.
/// </summary>
internal sealed class WrittenAnswers
{
    /// <summary>
    /// Specifies how many answers are kept. After older ones a reload shows sentences of the articles, except for the last question.
    /// </summary>
    private const int Most = 500;

    private readonly Lock access = new();
    private readonly Dictionary<(string Questions, string? Desk, long Change), Answer> known = [];
    private readonly Queue<(string Questions, string? Desk, long Change)> byAge = new();

    /// <summary>
    /// Returns the answer to a question after those before it, for readers of a desk and the present state of the archive; null when none
    /// is kept.
    /// </summary>
    public Answer? Find(IEnumerable<string> questions, Desk? desk, long change)
    {
        lock (access)
            return known.GetValueOrDefault((Key(questions), desk?.Name, change));
    }

    /// <summary>Keeps an answer.</summary>
    /// <param name="questions">The question, after those that it may rely on.</param>
    /// <param name="desk">The desk whose articles it is made of; null: all.</param>
    /// <param name="change">The archive's newest change before the question: a correction or withdrawal makes every earlier answer
    /// out of date.</param>
    /// <param name="answer">Written by a language model; others cost nothing to repeat.</param>
    public void Add(IEnumerable<string> questions, Desk? desk, long change, Answer answer)
    {
        var key = (Key(questions), desk?.Name, change);
        lock (access)
        {
            if (known.TryAdd(key, answer))
                byAge.Enqueue(key);
            else
                known[key] = answer;
            if (byAge.Count > Most)
                known.Remove(byAge.Dequeue());
        }
    }

    // Questions have no control characters that a form would keep, except for line breaks.
    private static string Key(IEnumerable<string> questions) => string.Join('\0', questions);
}
