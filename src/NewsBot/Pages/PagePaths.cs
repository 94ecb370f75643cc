using System.Globalization;
using NewsBot.Archive.Passages;

namespace NewsBot.Pages;

/// <summary>
/// Addresses of the pages, as paths: a reader stays on the address that the page came from, whatever <c>PublicUrl</c> says. Immutable.
/// </summary>
/// <param name="basePath">The path of <c>PublicUrl</c>, such as <c>/newsbot</c>; empty at a host's root.</param>
public sealed class PagePaths(string basePath)
{
    private const int MaxQuestionsChars = 600;

    private readonly string root = basePath.TrimEnd('/');

    /// <summary>The chat.</summary>
    public string Chat => root + "/";

    /// <summary>Where the chat's script gets one answer from.</summary>
    public string AnswerFragment => root + "/answer";

    /// <summary>Where the chat's script gets an answer from that is shown while it is written.</summary>
    public string AnswerStream => root + "/answer/stream";

    /// <summary>Where the chat's script gets questions from that lead on from an answer.</summary>
    public string FollowUpsFragment => root + "/answer/follow-ups";

    /// <summary>Where the chat's script gets from what the archive holds.</summary>
    public string WelcomeFragment => root + "/welcome";

    /// <summary>Where a page sends what a reader thinks of an answer.</summary>
    /// <param name="before">The questions before the one that was answered.</param>
    /// <param name="question">The question.</param>
    public string FeedbackOn(IReadOnlyList<string> before, string question) =>
        $"{root}/answer/feedback?q={Uri.EscapeDataString(question)}"
        + string.Concat(before.TakeLast(AskedQuestion.MaxBefore).Select(one => "&before=" + Uri.EscapeDataString(one)));

    /// <summary>The search.</summary>
    public string Sources => root + "/sources";

    /// <summary>Where staff withdraw and restore reports.</summary>
    public string StaffArticles => root + StaffPages.Path;

    /// <summary>The versions of a report, for staff.</summary>
    public string StaffArticlesOf(string source) => StaffArticles + "?source=" + Uri.EscapeDataString(source);

    /// <summary>The digest of the newest day.</summary>
    public string Digest => root + "/digest";

    /// <summary>Timelines.</summary>
    public string Timeline => root + "/timeline";

    /// <summary>The timeline of a topic.</summary>
    public string TimelineOf(string topic) => Timeline + "?topic=" + Uri.EscapeDataString(topic);

    /// <summary>The digest of a day.</summary>
    public string DigestOf(DateOnly day, string? topic) =>
        string.Create(CultureInfo.InvariantCulture, $"{Digest}?date={day:yyyy-MM-dd}")
        + (topic is null ? "" : "&topic=" + Uri.EscapeDataString(topic));

    /// <summary>Questions asked, one after the other.</summary>
    public string Ask(params IReadOnlyList<string> questions) => $"{Chat}?{Questions(questions)}";

    /// <summary>A search for passages.</summary>
    public string Search(string query) => Sources + "?q=" + Uri.EscapeDataString(query);

    /// <summary>An article, from its top.</summary>
    public string Article(string source) => root + "/articles/" + Uri.EscapeDataString(source);

    /// <summary>An article with a part of its text marked.</summary>
    /// <param name="source">The article's source.</param>
    /// <param name="marked">The part to mark.</param>
    /// <param name="quotes">Every part that the reader may want to go on to; with fewer than two the page offers none.</param>
    /// <param name="questions">
    /// The questions of the conversation that quotes it, so that the page leads back there; the oldest are left out of a long address.
    /// </param>
    public string Article(string source, TextRange marked, IReadOnlyList<TextRange>? quotes = null, IReadOnlyList<string>? questions = null)
    {
        string[] query =
        [
            quotes is not { Count: > 1 } ? "" : "quotes=" + string.Join('.', quotes.Select(Write)),
            Questions(Latest(questions ?? [])),
        ];
        var joined = string.Join('&', query.Where(part => part.Length > 0));
        return $"{Article(source)}{(joined.Length > 0 ? "?" : "")}{joined}#q{Write(marked)}";
    }

    /// <summary>A style sheet, script or image of ours, by a name that changes with its content.</summary>
    public string Asset(string name) => $"{root}/assets/{name}?v={PageAssets.Version(name)}";

    /// <summary>Reads the ranges of an address; what is no range of a text of this length is left out.</summary>
    public static IReadOnlyList<TextRange> ReadQuotes(string? quotes, int textLength) =>
        [
            .. (quotes ?? "")
                .Split('.')
                .Select(Read)
                .OfType<TextRange>()
                .Where(range => range.End <= textLength)
                .Distinct()
                .OrderBy(range => range.Start),
        ];

    private static string Questions(IEnumerable<string> questions) =>
        string.Join('&', questions.Select(question => "q=" + Uri.EscapeDataString(question)));

    private static IEnumerable<string> Latest(IReadOnlyList<string> questions)
    {
        var chars = 0;
        return questions.Reverse().TakeWhile(question => (chars += question.Length) <= MaxQuestionsChars).Reverse();
    }

    private static string Write(TextRange range) => string.Create(CultureInfo.InvariantCulture, $"{range.Start}-{range.End}");

    private static TextRange? Read(string range) =>
        range.Split('-') is [var start, var end]
        && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
        && int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
        && from < to
            ? new TextRange(from, to)
            : null;
}
