using NewsBot.Archive.Articles;
using NewsBot.Archive.LiteDb;
using NewsBot.Archive.Store;
using NewsBot.TestSupport;

namespace NewsBot.Postgres.Tests;

public sealed class TransferTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TestDatabase database = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Archive_ArrivesWithVersionsKillsAndRemovals_AndGoesOnFromThere()
    {
        await using var source = await FilledAsync();
        await using var target = await database.OpenAsync();

        var copied = await target.TakeFromAsync(source, _ => { }, Cancel);
        var again = await target.TakeFromAsync(source, _ => { }, Cancel);

        Assert.True(copied);
        Assert.False(again);
        Assert.Equal(await AllAsync(source), await AllAsync(target));
        Assert.Equal(await source.LastChangeAsync(Cancel), await target.LastChangeAsync(Cancel));
        Assert.Equal(await source.CountAsync(Cancel), await target.CountAsync(Cancel));
        Assert.Empty(await target.VerifyAsync(Cancel));
        Assert.NotNull((await target.FindAsync("killed.txt", Cancel))!.Standing.Withdrawal);
        Assert.Equal(
            (await source.ItemAsync("second.txt", Cancel)).Versions.Select(version => version.Article.Source),
            (await target.ItemAsync("second.txt", Cancel)).Versions.Select(version => version.Article.Source)
        );
        // A later version finds the item by the names that were copied, and its number follows.
        var last = await target.LastChangeAsync(Cancel);
        await target.PutAsync([Version("third.txt", 3)], null, Cancel);
        Assert.True(await target.LastChangeAsync(Cancel) > last);
        Assert.NotNull((await target.FindAsync("second.txt", Cancel))!.Standing.SupersededFrom);
    }

    [Fact]
    public async Task Database_WithOtherArticles_IsRefused_AndLeftAsItIs()
    {
        await using var source = await FilledAsync();
        await using var target = await database.OpenAsync();
        await target.PutAsync([An("other.txt")], null, Cancel);
        var before = await AllAsync(target);

        var refusal = await Assert.ThrowsAsync<StoreException>(() => target.TakeFromAsync(source, _ => { }, Cancel));

        Assert.Contains("other articles already", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await AllAsync(target));
    }

    private async Task<LiteDbArticleStore> FilledAsync()
    {
        var store = await LiteDbArticleStore.OpenAsync(folder["archive.db"], Cancel);
        await store.PutAsync([.. Enumerable.Range(0, 600).Select(number => An($"{number}.txt"))], "wire", Cancel);
        await store.PutAsync([An("killed.txt"), An("gone.txt"), Version("first.txt", 1)], null, Cancel);
        await store.PutAsync([Version("second.txt", 2)], null, Cancel);
        await store.RemoveAsync(["gone.txt", "7.txt"], Cancel);
        await store.RuleAsync(new Ruling("killed.txt", true, DateTimeOffset.UnixEpoch.AddDays(20_000), "Dora", "wrong", 0), Cancel);
        return store;
    }

    private static Article An(string source) =>
        new()
        {
            Source = source,
            Headline = $"Headline of {source}",
            Text = $"The text of {source}.",
            Published = DateTimeOffset.UnixEpoch.AddDays(19_000),
        };

    private static Article Version(string source, int version) => An(source) with { ItemId = "urn:item:1", Version = version };

    private static async Task<List<string>> AllAsync(IArticleStore store)
    {
        List<string> all = [];
        await foreach (var change in store.ChangesSinceAsync(0, Cancel))
            all.Add($"{change.Change} {change.Id} {change.Article?.Source} {change.Article?.Text.Length}");
        return all;
    }
}
