using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Suggestions;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Scripts;

/// <summary>An archive of invented articles in four scripts.</summary>
public sealed class NamesAcrossScriptsTests : IAsyncLifetime
{
    private TestArchive archive = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        archive = await TestArchive.OfAsync(
            Some.Article(
                "mixed.txt",
                "Governor Olha Stets announced the quarantine in Чернігові on Monday. Schools closed for a week.",
                "Quarantine in Чернігові"
            ),
            Some.Article("uk.txt", "Мер оголосив карантин у Харкові. Школи зачинено на тиждень.", "Карантин у Харкові"),
            Some.Article("ru.txt", "Балет Чайковского открыл сезон. Зал был полон.", "Сезон открыт"),
            Some.Article("el.txt", "Ο Παπανδρέου εγκαινίασε το λιμάνι στην Πάτρα. Πλοία έφτασαν.", "Το λιμάνι"),
            Some.Article("ar.txt", "افتتح القذافي الميناء في طرابلس. وصلت السفن.", "الميناء"),
            Some.Article(
                "latin.txt",
                "Governor Muhammad Zahran opened the new bridge in Kyiv on Tuesday. Traffic began at noon.",
                "A bridge opens in Kyiv"
            ),
            Some.Article(
                "other.txt",
                "Governor Mahmoud Zaki closed the old bridge in Kherson on Tuesday. Traffic stopped at noon.",
                "A bridge closes in Kherson"
            )
        );

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Theory]
    [InlineData("Chernihiv", "mixed.txt")]
    [InlineData("Kharkiv", "uk.txt")]
    [InlineData("Kharkov", "uk.txt")]
    [InlineData("Харків", "uk.txt")]
    [InlineData("Tchaikovsky", "ru.txt")]
    [InlineData("Чайковский", "ru.txt")]
    [InlineData("Papandreou", "el.txt")]
    [InlineData("Patras", "el.txt")]
    [InlineData("Kadhafi", "ar.txt")]
    [InlineData("Київ", "latin.txt")]
    [InlineData("Киев", "latin.txt")]
    [InlineData("محمد", "latin.txt")]
    public async Task Sources_OfAName_AreFoundInEveryScript(string name, string source)
    {
        var found = await archive.Newsroom.SearchAsync(new PassageQuery { Text = name }, ReaderRights.WithoutDesk, Token);

        Assert.Equal([source], found.Select(passage => passage.Article.Article.Source).Distinct());
    }

    [Theory]
    [InlineData("Who announced the quarantine in Chernihiv?", "mixed.txt")]
    [InlineData("Who announced the quarantine in Чернігів?", "mixed.txt")]
    [InlineData("Who opened the bridge in Kiev?", "latin.txt")]
    [InlineData("Who opened the bridge in Києві?", "latin.txt")]
    [InlineData("What did Mohammed Zahran open?", "latin.txt")]
    [InlineData("What did محمد Zahran open?", "latin.txt")]
    public async Task Question_WithANameInAnotherForm_IsAnsweredAndCited(string question, string source)
    {
        var answer = await archive.AskAsync(question);

        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Equal([source], answer.Citations.Select(citation => citation.Source));
        Assert.Contains(answer.Statements[0].Text, (await archive.Store.FindAsync(source, Token))!.Article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Who announced the quarantine in Kherson?")]
    [InlineData("Who announced the quarantine in Херсоні?")]
    [InlineData("What did Mahmoud Zahran open?")]
    public async Task Question_WithAnotherName_IsDeclined(string question) =>
        Assert.Equal(Outcome.NotFound, (await archive.AskAsync(question)).Outcome);

    [Theory]
    [InlineData("Who announced the quarantine in Kharkiv?", "uk.txt")]
    [InlineData("Which port did Gaddafi open?", "ar.txt")]
    public async Task Article_InAnotherLanguage_IsListed_NotQuotedAsAnAnswer(string question, string source)
    {
        var answer = await archive.AskAsync(question);

        Assert.Equal(Outcome.NotFound, answer.Outcome);
        Assert.Contains(source, answer.Nearest.Select(nearest => nearest.Source));
    }

    [Theory]
    [InlineData("Хто оголосив карантин у Харкові?")]
    [InlineData("Кто открыл сезон?")]
    public async Task Question_InAnotherLanguage_IsStillDeclined(string question) =>
        Assert.Equal(Outcome.NotFound, (await archive.AskAsync(question)).Outcome);

    [Theory]
    [InlineData("Чайк", "Балет Чайковского")]
    [InlineData("Chaik", "Балет Чайковского")]
    [InlineData("Папан", "Παπανδρέου")]
    [InlineData("Київ", "Kyiv")]
    public async Task Completion_FindsNames_InEveryScript(string typed, string name)
    {
        using var index = new SuggestionIndex(archive.Archive);

        Assert.Contains(
            name,
            (await index.FindAsync(typed, SuggestionKind.Query, 10, ReaderRights.WithoutDesk, Token)).Select(suggestion => suggestion.Text)
        );
    }
}
