using System.Globalization;
using NewsBot.Archive.Passages;

namespace NewsBot.Pages;

/// <summary>
/// Builds the addresses of the pages, as paths: a reader stays on the host that served the page, whatever <c>PublicUrl</c> says. Immutable.
/// </summary>
/// <param name="basePath">The path of <c>PublicUrl</c>, such as <c>/newsbot</c>; empty at a host's root.</param>
public sealed class PagePaths(string basePath)
{
    /// <summary>Specifies the path to which people sign in.</summary>
    public const string SignInPath = "/sign-in";

    /// <summary>Specifies the path that signs people out.</summary>
    public const string SignOutPath = "/sign-out";

    /// <summary>Specifies the path of the pages of staff.</summary>
    public const string AdminPath = "/admin";

    private const int MaxQuestionsChars = 600;

    private readonly string root = basePath.TrimEnd('/');

    /// <summary>Gets the address of the chat.</summary>
    public string Chat => root + "/";

    /// <summary>Gets the address of one answer, for the chat's script.</summary>
    public string AnswerFragment => root + "/answer";

    /// <summary>Gets the address of an answer streamed as it is written, for the chat's script.</summary>
    public string AnswerStream => root + "/answer/stream";

    /// <summary>Gets the address of follow-up questions to an answer, for the chat's script.</summary>
    public string FollowUpsFragment => root + "/answer/follow-ups";

    /// <summary>Gets the address of the contents of the archive, for the chat's script.</summary>
    public string WelcomeFragment => root + "/welcome";

    /// <summary>Returns the address that receives feedback on an answer.</summary>
    /// <param name="before">The questions before the one that was answered.</param>
    /// <param name="question">The question.</param>
    public string FeedbackOn(IReadOnlyList<string> before, string question) =>
        $"{root}/answer/feedback?q={Uri.EscapeDataString(question)}"
        + string.Concat(before.TakeLast(AskedQuestion.MaxBefore).Select(one => "&before=" + Uri.EscapeDataString(one)));

    /// <summary>Returns the address of the questions and answers, of which the last has just got a thumb down.</summary>
    /// <param name="questions">The questions.</param>
    /// <param name="rating">The name of the thumb; see <see cref="ReadRating"/>.</param>
    public string AskRated(IReadOnlyList<string> questions, string rating) => $"{Ask(questions)}&rated={rating}";

    /// <summary>Reads the name of a thumb from an address or a form; null for anything else.</summary>
    public static string? ReadRating(string? written) => Guid.TryParseExact(written, "N", out var rating) ? rating.ToString("N") : null;

    /// <summary>Gets the address of the search.</summary>
    public string Sources => root + "/sources";

    /// <summary>Returns the address of a page of staff.</summary>
    /// <param name="section">Such as <c>queues</c>; empty: the overview.</param>
    public string Admin(string section = "") => root + AdminPath + (section.Length == 0 ? "" : "/" + section);

    /// <summary>Gets the address where staff withdraw and restore articles.</summary>
    public string StaffArticles => root + StaffPages.Path;

    /// <summary>Returns the address of the versions of an article, for staff.</summary>
    public string StaffArticlesOf(string source) => StaffArticles + "?source=" + Uri.EscapeDataString(source);

    /// <summary>Gets the address to which people sign in.</summary>
    public string SignIn => root + SignInPath;

    /// <summary>Gets the address that signs people out.</summary>
    public string SignOut => root + SignOutPath;

    /// <summary>Gets the address of the digest of the newest day.</summary>
    public string Digest => root + "/digest";

    /// <summary>Gets the address of timelines.</summary>
    public string Timeline => root + "/timeline";

    /// <summary>Returns the address of the timeline of a topic.</summary>
    public string TimelineOf(string topic) => Timeline + "?topic=" + Uri.EscapeDataString(topic);

    /// <summary>Returns the address of the digest of a day.</summary>
    public string DigestOf(DateOnly day, string? topic) =>
        string.Create(CultureInfo.InvariantCulture, $"{Digest}?date={day:yyyy-MM-dd}")
        + (topic is null ? "" : "&topic=" + Uri.EscapeDataString(topic));

    /// <summary>Returns the address of questions asked one after the other.</summary>
    public string Ask(params IReadOnlyList<string> questions) => $"{Chat}?{Questions(questions)}";

    /// <summary>Returns the address of a search for passages.</summary>
    public string Search(string query) => Sources + "?q=" + Uri.EscapeDataString(query);

    /// <summary>Returns the address of an article.</summary>
    public string Article(string source) => root + "/articles/" + Uri.EscapeDataString(source);

    /// <summary>Returns the address of an article with part of its text marked.</summary>
    /// <param name="source">The article's source.</param>
    /// <param name="marked">The part to mark.</param>
    /// <param name="quotes">Every part that the reader may want to visit; with fewer than two, the page offers none.</param>
    /// <param name="questions">
    /// The questions of the conversation that quotes it, so that the page can link back; a long address omits the oldest.
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

    /// <summary>Returns the address of a style sheet, script or image of ours; it changes with the content.</summary>
    public string Asset(string name) => $"{root}/assets/{name}?v={PageAssets.Version(name)}";

    /// <summary>Reads the ranges of an address; ignores any that is not a range of a text of this length.</summary>
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
