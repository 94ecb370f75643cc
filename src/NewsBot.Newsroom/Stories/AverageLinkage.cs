namespace NewsBot.Newsroom.Stories;

/// <summary>
/// Clusters by agglomerative average linkage (UPGMA, Sokal and Michener 1958) over a sparse graph, where no link means probability 0. The
/// result does not depend on the order of the links.
/// </summary>
internal sealed class AverageLinkage
{
    /// <summary>Sums are whole multiples of one over this number: unlike floating-point sums, they do not depend on their order.</summary>
    private const double Unit = 1L << 32;

    private readonly List<Cluster> clusters = [];
    private readonly PriorityQueue<(int One, int Other, int OneVersion, int OtherVersion), (double Score, int One, int Other)> queue = new(
        BestFirst.Instance
    );

    /// <summary>Adds a cluster and returns its number, from 0.</summary>
    /// <param name="weight">The sum of its members' weights.</param>
    /// <param name="isFixed">Whether the cluster existed before; two such clusters are never merged.</param>
    /// <param name="freshness">A factor on all its links, 0 to 1.</param>
    public int Add(double weight, bool isFixed = false, double freshness = 1)
    {
        clusters.Add(
            new Cluster
            {
                Weight = (long)(weight * Unit),
                IsFixed = isFixed,
                Freshness = freshness,
            }
        );
        return clusters.Count - 1;
    }

    /// <summary>Adds to the link between two clusters the probability times the weights of two members.</summary>
    public void Link(int one, int other, double weightedProbability)
    {
        if (one == other)
            return;
        var sum = clusters[one].Links.GetValueOrDefault(other) + (long)(weightedProbability * Unit);
        clusters[one].Links[other] = clusters[other].Links[one] = sum;
    }

    /// <summary>
    /// Merges until no two clusters have a mean probability above the threshold. Returns, for each cluster, the one that it ended up in.
    /// </summary>
    public int[] Merge(double threshold)
    {
        var into = Enumerable.Range(0, clusters.Count).ToArray();
        for (var i = 0; i < clusters.Count; i++)
        {
            foreach (var other in clusters[i].Links.Keys.Where(other => other > i))
                Offer(i, other, threshold);
        }

        while (queue.TryDequeue(out var pair, out _))
        {
            if (clusters[pair.One].Version != pair.OneVersion || clusters[pair.Other].Version != pair.OtherVersion)
                continue;
            // A fixed cluster keeps its number.
            var (kept, gone) = clusters[pair.Other].IsFixed ? (pair.Other, pair.One) : (pair.One, pair.Other);
            Absorb(kept, gone, threshold);
            into[gone] = kept;
        }

        for (var i = 0; i < into.Length; i++)
        {
            while (into[i] != into[into[i]])
                into[i] = into[into[i]];
        }

        return into;
    }

    private void Absorb(int kept, int gone, double threshold)
    {
        var (cluster, absorbed) = (clusters[kept], clusters[gone]);
        cluster.Weight += absorbed.Weight;
        cluster.Version++;
        absorbed.Version = -1;
        cluster.Links.Remove(gone);
        foreach (var (other, sum) in absorbed.Links)
        {
            if (other == kept)
                continue;
            clusters[other].Links.Remove(gone);
            cluster.Links[other] = clusters[other].Links[kept] = cluster.Links.GetValueOrDefault(other) + sum;
        }

        absorbed.Links.Clear();
        foreach (var other in cluster.Links.Keys)
            Offer(Math.Min(kept, other), Math.Max(kept, other), threshold);
    }

    private void Offer(int one, int other, double threshold)
    {
        var (left, right) = (clusters[one], clusters[other]);
        if (left.IsFixed && right.IsFixed)
            return;
        var score = left.Links[other] * Unit / ((double)left.Weight * right.Weight) * Math.Min(left.Freshness, right.Freshness);
        if (score > threshold)
            queue.Enqueue((one, other, left.Version, right.Version), (score, one, other));
    }

    private sealed class Cluster
    {
        public long Weight { get; set; }

        public bool IsFixed { get; init; }

        public double Freshness { get; init; }

        /// <summary>Gets or sets a version that grows with each merge; -1 once the cluster is gone.</summary>
        public int Version { get; set; }

        public Dictionary<int, long> Links { get; } = [];
    }

    private sealed class BestFirst : IComparer<(double Score, int One, int Other)>
    {
        public static readonly BestFirst Instance = new();

        public int Compare((double Score, int One, int Other) x, (double Score, int One, int Other) y)
        {
            var byScore = y.Score.CompareTo(x.Score);
            if (byScore != 0)
                return byScore;
            var byOne = x.One.CompareTo(y.One);
            return byOne != 0 ? byOne : x.Other.CompareTo(y.Other);
        }
    }
}
