namespace NewsBot.Newsroom.Models;

/// <summary>
/// The last questions of each conversation, to understand follow-ups with. Questions only: an answer is no evidence for the next one. In memory, bounded
/// by the number of conversations. Thread-safe.
/// </summary>
internal sealed class EarlierQuestions
{
    private const int MaxConversations = 1000;
    private const int MaxQuestions = 4;

    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, List<string> Questions)>> known = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, List<string> Questions)> byUse = new();

    /// <summary>Oldest first; empty for a new conversation.</summary>
    public IReadOnlyList<string> Of(string conversation)
    {
        lock (gate) return known.TryGetValue(conversation, out var node) ? [.. node.Value.Questions] : [];
    }

    /// <summary>Notes a question as it stands alone.</summary>
    public void Add(string conversation, string question)
    {
        lock (gate)
        {
            if (known.Remove(conversation, out var node)) byUse.Remove(node);
            node ??= new((conversation, []));
            node.Value.Questions.Add(question);
            if (node.Value.Questions.Count > MaxQuestions) node.Value.Questions.RemoveAt(0);
            known[conversation] = node;
            byUse.AddLast(node);
            if (byUse.Count <= MaxConversations) return;
            known.Remove(byUse.First!.Value.Key);
            byUse.RemoveFirst();
        }
    }
}
