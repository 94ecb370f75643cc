using System.Globalization;
using NewsBot.Archive.Passages;

namespace NewsBot.Newsroom.Models;

/// <summary>The passages that the model was shown in this turn, by the ids that it may cite. For one turn. Thread-safe: it searches while what it wrote before is judged.</summary>
internal sealed class ShownPassages
{
    // Replaced, never changed.
    private volatile List<RetrievedPassage> passages = [];

    public int Count => passages.Count;

    public (string Id, RetrievedPassage Passage) this[int position] => (IdOf(position), passages[position]);

    /// <summary>Adds those that are new, at most so many.</summary>
    public void Add(IEnumerable<RetrievedPassage> found, int most)
    {
        var all = passages.ToList();
        var room = all.Count + most;
        foreach (var passage in found)
        {
            if (all.Count >= room) break;
            if (!IsAmong(all, passage)) all.Add(passage);
        }

        passages = all;
    }

    /// <summary>Returns whether a passage was shown.</summary>
    public bool Has(RetrievedPassage passage) => IsAmong(passages, passage);

    /// <summary>The passage of an id; null when none was shown under it.</summary>
    public RetrievedPassage? Find(string? id)
    {
        var all = passages;
        for (var i = 0; i < all.Count; i++)
        {
            if (IdOf(i) == id) return all[i];
        }

        return null;
    }

    private static bool IsAmong(List<RetrievedPassage> all, RetrievedPassage passage) =>
        all.Exists(known => known.Article.Id == passage.Article.Id && known.Passage.Number == passage.Passage.Number);

    private static string IdOf(int position) => string.Create(CultureInfo.InvariantCulture, $"p{position + 1}");
}
