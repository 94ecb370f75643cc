using System.Text;
using System.Text.Json;
using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Store;
using Xunit;

namespace NewsBot.TestSupport.Wires;

/// <summary>
/// Sends an invented sequence, and checks after each step that a channel shows only the version that counts, and that posts are taken back.
/// </summary>
/// <param name="sequence">The sequence to send.</param>
/// <param name="archive">The archive that receives it.</param>
/// <param name="time">The archive's clock.</param>
/// <param name="advance">Advances the clock.</param>
public sealed class WireRun(WireSequence sequence, ArticleArchive archive, TimeProvider time, Action<TimeSpan> advance)
{
    private static readonly TimeSpan BetweenSteps = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan TakenBackWithin = TimeSpan.FromSeconds(5);

    private int posts;

    /// <summary>Puts an article into the archive.</summary>
    public required Func<Article, Task> PutAsync { get; init; }

    /// <summary>Gets the views to check after each step; the answer to the question comes first.</summary>
    public required IReadOnlyList<WireLook> Looks { get; init; }

    /// <summary>Gets or sets a function that determines whether an article has a page; null: the channel has no pages.</summary>
    public Func<string, Task<bool>>? HasPageAsync { get; init; }

    /// <summary>
    /// Gets or sets a function that looks once for posts to take back, as the host does each second, and returns how many were since the
    /// start; null: the channel has no posts.
    /// </summary>
    public Func<Task<int>>? TakeBackAsync { get; init; }

    /// <summary>Returns all strings of a JSON text, without what channels put between characters.</summary>
    public static string WordsOf(JsonElement json)
    {
        var words = new StringBuilder();
        Add(json);
        return words.Replace("\\", "").Replace("\u200b", "").ToString();

        void Add(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.String)
                words.AppendLine(element.GetString());
            if (element.ValueKind == JsonValueKind.Array)
                foreach (var one in element.EnumerateArray())
                    Add(one);
            if (element.ValueKind == JsonValueKind.Object)
                foreach (var one in element.EnumerateObject())
                    Add(one.Value);
        }
    }

    /// <summary>Runs the sequence.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var begin = time.GetUtcNow();
        foreach (var (place, step) in sequence.Steps.Index())
        {
            var where = $"{sequence.Town}, step {place}";
            if (step.Put is { } put)
                await PutAsync(put.Article);
            else if (step.Rules is { } kills)
                await archive.RuleAsync(new Ruling(sequence.Sources.First(), kills, time.GetUtcNow(), "desk", null), cancellationToken);
            sequence.Done(step);
            await CheckPostsAsync(where);
            await CheckLooksAsync(where);
            // Some channels advance the clock themselves.
            advance(begin + ((place + 1) * BetweenSteps) - time.GetUtcNow());
        }
    }

    private async Task CheckPostsAsync(string where)
    {
        if (TakeBackAsync is not { } takeBack)
            return;
        var taken = await takeBack();
        for (var waited = TimeSpan.Zero; waited < TakenBackWithin && sequence.IsKilled && taken < posts; waited += TimeSpan.FromSeconds(1))
        {
            advance(TimeSpan.FromSeconds(1));
            taken = await takeBack();
        }

        Assert.True(!sequence.IsKilled || taken == posts, $"{where}: {taken} of {posts} posts are taken back");
        posts = Math.Max(taken, posts);
    }

    private async Task CheckLooksAsync(string where)
    {
        foreach (var (place, look) in Looks.Index())
        {
            var shown = await look.ShowAsync();
            var now = time.GetUtcNow();
            var expected = sequence.AnswerAt(now);
            foreach (var source in sequence.Sources.Where(source => source != expected))
            {
                var leaks =
                    shown.Contains(source, StringComparison.Ordinal)
                    || shown.Contains(WireSequence.MarkOf(source), StringComparison.Ordinal);
                Assert.False(leaks, $"{where}: {look.Name} shows {source}: {shown}");
            }

            var isShown = expected is not null && shown.Contains(expected, StringComparison.Ordinal);
            Assert.True(isShown || expected is null || !look.MustShow, $"{where}: {look.Name} does not show {expected}: {shown}");
            if (isShown && look.IsPost)
                posts++;
            if (place > 0)
                continue;
            if (expected is not null)
                Assert.Contains(sequence.FactOf(expected), shown, StringComparison.Ordinal);
            Assert.Equal(
                expected is null && sequence.WasWithdrawnAt(now),
                shown.Contains("The newsroom withdrew its report on this", StringComparison.Ordinal)
            );
        }

        if (HasPageAsync is not { } hasPage)
            return;
        foreach (var source in sequence.Sources)
            Assert.Equal(sequence.IsShownAt(source, time.GetUtcNow()), await hasPage(source));
    }
}
