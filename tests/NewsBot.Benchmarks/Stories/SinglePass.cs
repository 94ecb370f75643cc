using NewsBot.Newsroom.Stories;

namespace NewsBot.Benchmarks.Stories;

/// <summary>
/// The baseline: each article, in the order of the file, goes to the group whose centroid is nearest, or begins one. TF–IDF over all words.
/// </summary>
internal static class SinglePass
{
    public static int[] Group(IReadOnlyList<string> texts, double threshold)
    {
        var words = texts.Select(StoryWords.Read).ToArray();
        var articles = words
            .SelectMany(text => text.Terms)
            .GroupBy(term => term.Id)
            .ToDictionary(group => group.Key, group => group.Count());
        var centroids = new List<Dictionary<ulong, double>>();
        var groups = new int[texts.Count];
        for (var i = 0; i < texts.Count; i++)
        {
            var vector = words[i]
                .Terms.ToDictionary(
                    term => term.Id,
                    term => (1 + Math.Log(term.Count)) * Math.Log((texts.Count + 1.0) / (articles[term.Id] + 0.5))
                );
            var length = Norm(vector);
            var best = centroids
                .Select(
                    (centroid, number) =>
                        (
                            Number: number,
                            Cosine: vector.Sum(entry => entry.Value * centroid.GetValueOrDefault(entry.Key)) / (length * Norm(centroid))
                        )
                )
                .Where(one => one.Cosine > threshold)
                .OrderByDescending(one => one.Cosine)
                .Select(one => one.Number)
                .FirstOrDefault(-1);
            if (best < 0)
            {
                best = centroids.Count;
                centroids.Add([]);
            }

            foreach (var (term, weight) in vector)
                centroids[best][term] = centroids[best].GetValueOrDefault(term) + (weight / length);
            groups[i] = best;
        }

        return groups;
    }

    private static double Norm(Dictionary<ulong, double> vector) => Math.Sqrt(vector.Values.Sum(weight => weight * weight));
}
