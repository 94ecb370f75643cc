using System.Globalization;
using NewsBot.Archive;

namespace NewsBot.Newsroom.Models;

/// <summary>The passages that the model was shown in this turn, by the ids that it may cite. For one turn; not thread-safe.</summary>
internal sealed class ShownPassages
{
    private readonly List<RetrievedPassage> passages = [];

    public int Count => passages.Count;

    public (string Id, RetrievedPassage Passage) this[int position] => (IdOf(position), passages[position]);

    /// <summary>Adds those that are new, at most so many.</summary>
    public void Add(IEnumerable<RetrievedPassage> found, int most)
    {
        var room = passages.Count + most;
        foreach (var passage in found)
        {
            if (passages.Count >= room) return;
            if (!passages.Any(known => known.Article.Id == passage.Article.Id && known.Passage.Number == passage.Passage.Number)) passages.Add(passage);
        }
    }

    /// <summary>The passage of an id; null when none was shown under it.</summary>
    public RetrievedPassage? Find(string? id)
    {
        for (var i = 0; i < passages.Count; i++)
        {
            if (IdOf(i) == id) return passages[i];
        }

        return null;
    }

    private static string IdOf(int position) => string.Create(CultureInfo.InvariantCulture, $"p{position + 1}");
}
