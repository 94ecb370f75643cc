using NewsBot.Newsroom.Stories;

namespace NewsBot.Newsroom.Tests.Stories;

public sealed class AverageLinkageTests
{
    private const double Threshold = 0.4;

    /// <summary>What <see cref="DayGrouping"/> relies on when it leaves out what does not hang together by strong links.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Links_BetweenPartsWithoutAStrongLink_ChangeNothing(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var members = Enumerable
                .Range(0, 18)
                .Select(i => (Weight: i < 4 ? 0.5 + random.NextDouble() : 1, Freshness: i < 4 ? random.NextDouble() : 1))
                .ToArray();
            var links = new List<(int One, int Other, double Probability)>();
            for (var one = 0; one < members.Length; one++)
            {
                for (var other = one + 1; other < members.Length; other++)
                {
                    if (random.Next(3) == 0)
                        links.Add((one, other, Math.Pow(random.NextDouble(), 2)));
                }
            }

            var parts = new DisjointSets(members.Length);
            foreach (var (one, other, probability) in links.Where(link => link.Probability > Threshold))
                parts.Join(one, other);

            Assert.Equal(Merge(members, links), Merge(members, links.Where(link => parts.Find(link.One) == parts.Find(link.Other))));
        }
    }

    private static int[] Merge((double Weight, double Freshness)[] members, IEnumerable<(int One, int Other, double Probability)> links)
    {
        var linkage = new AverageLinkage();
        foreach (var (index, (weight, freshness)) in members.Index())
            linkage.Add(weight, isFixed: index < 4, freshness);
        foreach (var (one, other, probability) in links)
            linkage.Link(one, other, probability * members[one].Weight * members[other].Weight);
        return linkage.Merge(Threshold);
    }
}
