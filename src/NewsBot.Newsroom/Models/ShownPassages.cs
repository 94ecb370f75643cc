using System.Globalization;
using NewsBot.Archive.Passages;

namespace NewsBot.Newsroom.Models;

/// <summary>
/// Represents the passages that the language model was shown in one turn, by the ids that it may cite. Thread-safe: the language model
/// searches while its earlier statements are judged.
/// </summary>
internal sealed class ShownPassages
{
    // Replaced, never modified.
    private volatile List<RetrievedPassage> passages = [];

    /// <summary>Gets the number of passages.</summary>
    public int Count => passages.Count;

    /// <summary>Gets the passage at a position, from 0, with its id.</summary>
    public (string Id, RetrievedPassage Passage) this[int position] => (IdOf(position), passages[position]);

    /// <summary>Adds passages that were not shown yet, at most <paramref name="most"/>.</summary>
    public void Add(IEnumerable<RetrievedPassage> found, int most)
    {
        var all = passages.ToList();
        var room = all.Count + most;
        foreach (var passage in found)
        {
            if (all.Count >= room)
                break;
            if (!IsAmong(all, passage))
                all.Add(passage);
        }

        passages = all;
    }

    /// <summary>Determines whether a passage was shown.</summary>
    public bool Has(RetrievedPassage passage) => IsAmong(passages, passage);

    /// <summary>Returns the passage with an id; null when none was shown under it.</summary>
    public RetrievedPassage? Find(string? id)
    {
        var all = passages;
        for (var i = 0; i < all.Count; i++)
        {
            if (IdOf(i) == id)
                return all[i];
        }

        return null;
    }

    private static bool IsAmong(List<RetrievedPassage> all, RetrievedPassage passage) =>
        all.Exists(known => known.Article.Id == passage.Article.Id && known.Passage.Number == passage.Passage.Number);

    private static string IdOf(int position) => string.Create(CultureInfo.InvariantCulture, $"p{position + 1}");
}
