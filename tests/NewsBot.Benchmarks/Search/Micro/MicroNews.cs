using NewsBot.Search.Index;

namespace NewsBot.Benchmarks.Search.Micro;

/// <summary>The news index that the micro benchmarks share, filled before they run.</summary>
internal static class MicroNews
{
    /// <summary>The index.</summary>
    public static IndexSnapshot Snapshot { get; private set; } = null!;

    /// <summary>The news questions.</summary>
    public static IReadOnlyList<PassageQuery> Queries { get; private set; } = [];

    /// <summary>A passage of usual length.</summary>
    public static string LongPassage { get; private set; } = "";

    /// <summary>Reads the news and fills an index with them.</summary>
    public static void Fill(string newsFolder, StoredPassageIndex index)
    {
        var news = NewsCorpus.Read(newsFolder);
        foreach (var batch in news.Articles.Chunk(4096))
            index.Apply([], batch);
        index.Commit(1);
        index.WaitForMerges();
        Snapshot = index.Snapshot;
        Queries = [.. news.Questions.Select(question => new PassageQuery { Text = question.Text })];
        LongPassage = news
            .Articles.Skip(news.Articles.Count / 2)
            .SelectMany(article => article.Passages)
            .First(passage => passage.Length > 850);
    }
}
