using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Archive.Splitting;
using NewsBot.Discord.Newsroom;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Questions;
using NewsBot.TestSupport;

namespace NewsBot.Discord.Tests;

/// <summary>A newsroom of one article, which answers every question with its first sentence unless a test says otherwise.</summary>
internal sealed class ScriptedNewsroom : IDiscordNewsroom
{
    public const string Text = "Drones were aimed at the Kremlin on Wednesday. They were disabled by 14 officers. Nobody was hurt.";

    private readonly Lock gate = new();
    private readonly List<QuestionRequest> questions = [];

    public List<Article> Articles { get; } = [Some.Article("kremlin.txt", Text, "Drones over the Kremlin")];

    public Func<QuestionRequest, CancellationToken, Task<Answer>>? Answering { get; set; }

    public Func<CancellationToken, Task>? BeforeSuggesting { get; set; }

    public IReadOnlyList<QuestionRequest> Questions
    {
        get
        {
            lock (gate) return [.. questions];
        }
    }

    public static Answer Answer(string question, params (string Quote, string Headline)[] citations) => new()
    {
        Question = question,
        Outcome = citations.Length == 0 ? Outcome.NotFound : Outcome.Answered,
        Text = citations.Length == 0 ? "The archive does not answer this." : string.Join(' ', citations.Select(citation => citation.Quote)),
        Statements = [.. citations.Select((citation, index) => new Statement(citation.Quote, [index + 1]))],
        Citations = [.. citations.Select((citation, index) => new Citation
        {
            Number = index + 1,
            Source = "kremlin.txt",
            Headline = citation.Headline,
            Published = new DateOnly(2023, 5, 3),
            Quote = citation.Quote,
            Range = new TextRange(0, citation.Quote.Length),
            Link = "http://newsbot.test/articles/kremlin.txt#q0-10",
        })],
        Nearest = citations.Length == 0 ? [new NearestSource("kremlin.txt", "Drones over the Kremlin", null, "http://newsbot.test/articles/kremlin.txt")] : [],
        Composer = "extractive",
        Elapsed = TimeSpan.FromMilliseconds(3),
    };

    public Task<Answer> AskAsync(QuestionRequest question, CancellationToken cancellationToken)
    {
        lock (gate) questions.Add(question);
        return Answering is { } answering
            ? answering(question, cancellationToken)
            : Task.FromResult(Answer(question.Text, ("Drones were aimed at the Kremlin on Wednesday.", "Drones over the Kremlin")));
    }

    public Task<IReadOnlyList<RetrievedPassage>> SourcesAsync(string query, int top, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RetrievedPassage>>([.. Articles.Select(Split).SelectMany(article => article.Passages.Select(passage => new RetrievedPassage(article, passage, 1))).Take(top)]);

    public Task<ArchivedArticle?> ArticleAsync(string source, CancellationToken cancellationToken) =>
        Task.FromResult(Articles.FirstOrDefault(article => article.Source == source) is { } found ? Split(found) : null);

    public async Task<IReadOnlyList<Suggestion>> SuggestAsync(string typed, SuggestionKind kind, int top, CancellationToken cancellationToken)
    {
        if (BeforeSuggesting is { } before) await before(cancellationToken);
        return [.. Articles.Where(article => article.Headline.Contains(typed, StringComparison.OrdinalIgnoreCase)).Select(article => new Suggestion(article.Headline, article.Source)).Take(top)];
    }

    public string LinkTo(string source, TextRange? marked) => $"http://newsbot.test/articles/{Uri.EscapeDataString(source)}";

    private static ArchivedArticle Split(Article article) => new(1, article, ArticleSplitter.Split(article.Text));
}
