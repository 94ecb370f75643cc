using NewsBot.Search.Index;
using NewsBot.Search.Vectors;

namespace NewsBot.Search.Tests.Vectors;

public sealed class ReciprocalRankTests
{
    [Fact]
    public void Fuse_PutsFirstWhatBothHave_AndKeepsTheScaleOfTheWords()
    {
        PassageHit[] words = [new(1, 0, 9), new(2, 0, 6), new(3, 0, 3)];

        var fused = ReciprocalRank.Fuse(words, [(3, 0), (4, 1)], 10);

        Assert.Equal([(3, 0), (1, 0), (2, 0), (4, 1)], fused.Select(hit => ((int)hit.Document, hit.Passage)));
        Assert.Equal([9, 6, 3, 2.85], fused.Select(hit => Math.Round(hit.Score, 6)));
    }

    [Fact]
    public void Fuse_WithoutWords_ReturnsTheNearest_WithFallingScoresAboveZero()
    {
        var fused = ReciprocalRank.Fuse([], [(5, 0), (4, 0), (3, 0)], 2);

        Assert.Equal([5, 4], fused.Select(hit => hit.Document));
        Assert.True(fused[0].Score > fused[1].Score && fused[1].Score > 0);
    }
}
