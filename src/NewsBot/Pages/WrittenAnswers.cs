using NewsBot.Newsroom.Answers;

namespace NewsBot.Pages;

/// <summary>
/// What a model wrote lately, so that a page that is loaded again shows the same answer, and does not pay for another. In memory, bounded.
/// Thread-safe.
/// </summary>
internal sealed class WrittenAnswers
{
    /// <summary>Older answers are forgotten: a reload then shows the sentences of the articles, except for the last question.</summary>
    private const int Most = 500;

    private readonly Lock access = new();
    private readonly Dictionary<(string Questions, long Change), Answer> known = [];
    private readonly Queue<(string Questions, long Change)> byAge = new();

    /// <summary>The answer to a question after those before it, from the archive as it is; null when none is kept.</summary>
    public Answer? Find(IEnumerable<string> questions, long change)
    {
        lock (access)
            return known.GetValueOrDefault((Key(questions), change));
    }

    /// <summary>Keeps an answer.</summary>
    /// <param name="questions">The question with those that it may lean on before it.</param>
    /// <param name="change">The archive's newest change before the question: an article that is corrected or withdrawn makes every answer
    /// an old one.</param>
    /// <param name="answer">Written by a model; others cost nothing to make again.</param>
    public void Add(IEnumerable<string> questions, long change, Answer answer)
    {
        var key = (Key(questions), change);
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
