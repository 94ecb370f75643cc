using NewsBot.Search.Index;

namespace NewsBot.Search.Tests.Index;

public class WindowedMaxScoreTests
{
    // Words by Zipf's law, so that the lists are short and long, packed and not, in more than one window.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Skipping_FindsWhatScoringEveryPassageFinds(int seed)
    {
        var random = new Random(seed);
        var index = new InMemoryPassageIndex();
        for (var batch = 0; batch < 4; batch++)
            index.Apply([], [.. Enumerable.Range(0, 1500).Select(i => SomeText.Document(random, (batch * 1500) + i))]);
        index.Apply([.. Enumerable.Range(0, 200).Select(_ => (long)random.Next(6000))], []);
        for (var one = 0; one < 50; one++)
            index.Apply([], [SomeText.Document(random, random.Next(6000))]);

        for (var run = 0; run < 300; run++)
        {
            var query = new PassageQuery
            {
                Text = SomeText.Words(random, random.Next(1, 12)),
                AsOf = random.Next(3) == 0 ? new DateOnly(2023, random.Next(1, 12), 1) : null,
                VisibleRights = random.Next(4) == 0 ? 0b0101 : ulong.MaxValue,
            };
            var count = random.Next(1, 40);

            var pruned = index.Snapshot.FindCandidates(query, count);
            var exhaustive = index.Snapshot.FindCandidates(query, count, skips: false);

            Assert.Equal(exhaustive?.Candidates, pruned?.Candidates);
        }
    }
}
