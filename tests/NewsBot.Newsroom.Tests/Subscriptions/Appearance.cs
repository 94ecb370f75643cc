using NewsBot.Archive.Articles;

namespace NewsBot.Newsroom.Tests.Subscriptions;

/// <summary>A version that readers came to see.</summary>
/// <param name="item">The item's number.</param>
/// <param name="number">Its own.</param>
/// <param name="article">The version.</param>
/// <param name="since">The change since which readers see it.</param>
internal sealed class Appearance(int item, int number, Article article, long since)
{
    public int Item => item;

    public int Number => number;

    public Article Article { get; set; } = article;

    public string Source => Article.Source;

    public long Since => since;

    /// <summary>The change with which readers saw it no more.</summary>
    public long Until { get; set; } = long.MaxValue;

    /// <summary>Whether that change withdrew it.</summary>
    public bool IsKilled { get; set; }

    /// <summary>The word that only this version has.</summary>
    public string Marker => Article.Headline.Split(' ').Single(word => word.StartsWith("Marker", StringComparison.Ordinal));
}
