using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;
using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Models.Tools;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Suggestions;
using NewsBot.Search.Index;

namespace NewsBot.Newsroom.Tests.Desks;

/// <summary>
/// Reads generated archives through every way to read them, for generated desks, and looks for words of articles that the desk may not see.
/// Each article has a word of its own in its source, headline and text. What may be seen is worked out here once more, by other code.
/// </summary>
public sealed class LeakTests
{
    private const int Short = 300;
    private const int Long = 10_000;

    private static readonly string?[] Sections = ["politics", "sport", null];
    private static readonly string?[] Outlets = ["Wire", "Paper", null];
    private static readonly string[] Folders = ["in/one", "in/two"];
    private static readonly JsonSerializerOptions Everything = new()
    {
        ReferenceHandler = ReferenceHandler.IgnoreCycles,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private static readonly List<Marked> Articles = [.. Generate()];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task Desk_SeesNothingOfOtherArticles_OnAnySurface() => AssertNoLeakAsync(Short);

    [Fact(Explicit = true)]
    public Task Desk_SeesNothingOfOtherArticles_InTenThousandCombinations() => AssertNoLeakAsync(Long);

    [Fact]
    public async Task Leak_IsFound_OnEverySurface_WhenRightsAreIgnored()
    {
        await using var archive = await OpenAsync();
        var desk = new Desk
        {
            Name = "narrow",
            Channels = [],
            Articles = new() { Sections = ["sport"], Folders = ["in/one"] },
        };

        foreach (var surface in Enum.GetValues<Surface>())
        {
            var leaks = new List<string>();
            foreach (var about in Articles.Where(article => !article.IsEmbargoed))
                leaks.AddRange(
                    Leaks(await ReadAsync(archive, surface, ReaderRights.WithoutDesk, about), desk, ReaderRights.WithoutDesk, about)
                );
            Assert.True(leaks.Count > 0, $"{surface} shows no article at all, so that it proves nothing.");
        }
    }

    private static async Task AssertNoLeakAsync(int combinations)
    {
        await using var archive = await OpenAsync();
        var random = new Random(17);
        var surfaces = Enum.GetValues<Surface>();
        for (var number = 0; number < combinations; number++)
        {
            var desk = RandomDesk(random, number);
            var about = Articles[random.Next(Articles.Count)];
            var surface = surfaces[number % surfaces.Length];
            // A digest is of its day, whatever the reader's.
            var isAsOf = surface != Surface.Digest && random.Next(3) == 0;
            var rights = ReaderRights.Of(desk) with { AsOf = isAsOf ? new DateOnly(2023, 5, random.Next(1, 6)) : null };

            var leaks = Leaks(await ReadAsync(archive, surface, rights, about), desk, rights, about);

            Assert.True(leaks.Count == 0, $"Combination {number}, {surface}: {string.Join(", ", leaks)}");
        }
    }

    private static List<string> Leaks(string shown, Desk desk, ReaderRights rights, Marked about)
    {
        // The reader typed the word of this article, if it is there without more of the article.
        var mine = MaySee(about, desk, rights) ? shown : shown.Replace($"«{about.Word}»", "", StringComparison.Ordinal);
        return
        [
            .. Articles
                .Where(article => !MaySee(article, desk, rights) && mine.Contains(article.Word, StringComparison.OrdinalIgnoreCase))
                .Select(article => article.Article.Source),
        ];
    }

    // Deliberately not the code under test.
    private static bool MaySee(Marked marked, Desk desk, ReaderRights rights)
    {
        var article = marked.Article;
        var (sections, outlets, folders) = (desk.Articles.Sections, desk.Articles.Outlets, desk.Articles.Folders);
        return (sections.Count == 0 || sections.Any(section => section == article.Section))
            && (outlets.Count == 0 || outlets.Any(outlet => outlet == article.Outlet))
            && (folders.Count == 0 || folders.Any(folder => marked.Folder == folder))
            && (desk.SeesEmbargoed || !marked.IsEmbargoed)
            && (rights.AsOf is not { } day || article.PublishedOn <= day);
    }

    private static async Task<string> ReadAsync(TestArchive archive, Surface surface, ReaderRights rights, Marked about)
    {
        var newsroom = archive.Newsroom;
        var question = new QuestionRequest
        {
            Text = surface switch
            {
                Surface.AskAboutOne => $"What did «{about.Word}» say about the bridge?",
                Surface.Sources => "sources bridge Ardenwick",
                Surface.First => "What did we first report about the bridge in Ardenwick?",
                _ => "Who opened the bridge in Ardenwick?",
            },
            AsOf = rights.AsOf,
            Desk = rights.Desk,
            SeesEmbargoed = rights.SeesEmbargoed,
        };
        object? shown = surface switch
        {
            Surface.Ask or Surface.AskAboutOne or Surface.Sources or Surface.First => await newsroom.AskAsync(question, Cancel),
            Surface.Explain => await newsroom.ExplainAsync(question, Cancel),
            Surface.FollowUps => await newsroom.SuggestQuestionsAsync(await newsroom.AskAsync(question, Cancel), rights, Cancel),
            Surface.Passages => await newsroom.SearchAsync(
                new PassageQuery
                {
                    Text = "bridge Ardenwick",
                    Top = 50,
                    AsOf = rights.AsOf,
                },
                rights,
                Cancel
            ),
            Surface.Check => await newsroom.CheckAsync("The bridge in Ardenwick was opened on Wednesday by the mayor.", rights, Cancel),
            Surface.Digest => await newsroom.DigestAsync(
                new DigestRequest { Date = about.Article.PublishedOn, Desk = rights.Desk },
                Cancel
            ),
            Surface.Timeline => await newsroom.TimelineAsync("bridge Ardenwick", rights, Cancel),
            Surface.Completions => await newsroom.SuggestAsync(about.Word[..2], SuggestionKind.Query, 50, rights, Cancel),
            Surface.Headlines => await newsroom.SuggestAsync("", SuggestionKind.Article, 50, rights, Cancel),
            Surface.Article => await newsroom.FindArticleAsync(about.Article.Source, rights, Cancel),
            Surface.Passage => await newsroom.PassageAsync(about.Article.Source, new(0, 5), rights, Cancel),
            Surface.OtherReports => await newsroom.OtherReportsAsync(about.Article, rights, Cancel),
            Surface.SearchTool => await new SearchPassagesTool(new PassageRetriever(archive.Archive)).InvokeAsync(
                new AIFunctionArguments { ["query"] = "bridge Ardenwick", ["rights"] = rights },
                Cancel
            ),
            Surface.ArticleTool => await new GetArticleTool(archive.Archive).InvokeAsync(
                new AIFunctionArguments { ["source"] = about.Article.Source, ["rights"] = rights },
                Cancel
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(surface)),
        };
        return JsonSerializer.Serialize(shown, Everything);
    }

    private static Desk RandomDesk(Random random, int number) =>
        new()
        {
            Name = $"desk {number}",
            Channels = [],
            Articles = new()
            {
                Sections = [.. Sections.OfType<string>().Where(_ => random.Next(2) == 0)],
                Outlets = [.. Outlets.OfType<string>().Where(_ => random.Next(2) == 0)],
                Folders = [.. Folders.Where(_ => random.Next(2) == 0)],
            },
            SeesEmbargoed = random.Next(3) == 0,
        };

    private static IEnumerable<Marked> Generate()
    {
        var number = 0;
        foreach (var section in Sections)
        foreach (var outlet in Outlets)
        foreach (var folder in Folders)
        foreach (var isEmbargoed in (bool[])[false, true])
        {
            var word = $"Zq{(char)('a' + (number / 26))}{(char)('a' + (number % 26))}ovix";
            var article = new Article
            {
                Source = $"{folder}/{word}.txt",
                Headline = $"{word} opens the bridge in Ardenwick",
                Text =
                    $"Mayor {word} opened the bridge in Ardenwick on Wednesday. Mayor {word} said that the bridge in Ardenwick is safe. "
                    + $"It cost {(number + 2).ToString(CultureInfo.InvariantCulture)} million pounds.",
                Section = section,
                Outlet = outlet,
                Published = new DateTimeOffset(2023, 5, 1 + (number / 2 % 5), 8, 0, 0, TimeSpan.Zero),
                EmbargoedUntil = isEmbargoed ? Article.HeldUntilReleased : null,
            };
            number++;
            yield return new Marked(article, word, folder, isEmbargoed);
        }
    }

    private static Task<TestArchive> OpenAsync() => TestArchive.OfAsync([.. Articles.Select(marked => marked.Article)]);

    private enum Surface
    {
        Ask,
        AskAboutOne,
        Sources,
        First,
        Explain,
        FollowUps,
        Passages,
        Check,
        Digest,
        Timeline,
        Completions,
        Headlines,
        Article,
        Passage,
        OtherReports,
        SearchTool,
        ArticleTool,
    }

    private sealed record Marked(Article Article, string Word, string Folder, bool IsEmbargoed);
}
