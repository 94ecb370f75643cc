using System.Globalization;
using System.Text;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Naming;
using NodaTime;

namespace NewsBot.Newsroom.Digests;

/// <summary>Writes a digest as plain text, the same wherever nothing richer can be shown. Thread-safe.</summary>
public static class DigestText
{
    private const int MostDays = 15;

    /// <summary>Specifies the heading above what has become of reports told before.</summary>
    public const string CorrectedHeading = "Corrected since the last digest";

    /// <summary>Returns the whole digest; an empty one is one line. Words of articles are verbatim, with white space folded.</summary>
    public static string Write(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        if (digest.IsEmpty)
            return Title(digest);
        var text = new StringBuilder(Title(digest)).Append('\n');
        if (digest.Corrected.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n{CorrectedHeading}\n");
        foreach (var correction in digest.Corrected)
            Write(text, correction);
        foreach (var (number, story) in digest.Stories.Index())
            Write(text, number + 1, story, digest);
        if (digest.Stories.Count > 0)
            text.Append("\nCitations\n");
        foreach (var citation in digest.Citations)
            text.Append(
                CultureInfo.InvariantCulture,
                $"[{citation.Number}] {WhiteSpace.Fold(SourceText.Of(citation.Source, citation.Outlet, citation.Published))}\n    {citation.Link}\n"
            );
        if (MoreReports(digest) is { } more)
            text.Append(CultureInfo.InvariantCulture, $"\n{more}\n");
        foreach (var day in digest.Others)
            text.Append(CultureInfo.InvariantCulture, $"   · {Label(day)}: {day.Link}\n");
        if (OlderReports(digest) is { } older)
            text.Append(CultureInfo.InvariantCulture, $"\n{older}\n");
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>Returns one line with the day or window and the number of stories and articles.</summary>
    public static string Title(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        if (digest.Stories.Count == 0)
            return $"{Period(digest)}: no stories{About(digest)}.";
        var articles = Count(digest.Articles, "article", "articles");
        if (digest.LeftOut > 0)
            articles = string.Create(CultureInfo.InvariantCulture, $"{digest.Articles - digest.LeftOut:N0} of {articles}");
        return $"{Period(digest)}: {Count(digest.Stories.Count, "story", "stories")} from {articles}{About(digest)}";
    }

    /// <summary>Returns one line of facts about a story: outlets, reports, copies and age.</summary>
    public static string Facts(DigestStory story, Digest digest)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(digest);
        var facts = $"{Count(story.Outlets.Count, "outlet", "outlets")} · {Count(story.Articles, "report", "reports")}";
        if (story.Copies > 0)
            facts += $", of which {Count(story.Copies, "copy", "copies")}";
        var isNew = digest.Window is null ? story.First == digest.Date : story.EarlierArticles == 0;
        return facts
            + (
                isNew
                    ? digest.Window is null
                        ? " · new today"
                        : " · new"
                    : $" · since {DayOf(story.First)}, {Count(story.EarlierArticles, "earlier report", "earlier reports")}"
            );
    }

    /// <summary>Returns the heading above what no earlier report says.</summary>
    public static string NewHeading(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return digest.Window is null ? "New since yesterday" : "New since the last digest";
    }

    /// <summary>Returns the number of articles in no story shown, in words; null for none.</summary>
    public static string? MoreReports(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return digest.LeftOut == 0 ? null : Count(digest.LeftOut, "more report", "more reports");
    }

    /// <summary>
    /// Returns the days of these articles to link where space is short, the newest 15, and the number of articles of
    /// the others in words, null for none.
    /// </summary>
    public static (IReadOnlyList<DigestOthers> Days, string? Earlier) DaysOf(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var earlier = digest.Others.Skip(MostDays).Sum(day => day.Reports.Count);
        return (
            [.. digest.Others.Take(MostDays)],
            earlier == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"other days ({earlier:N0})")
        );
    }

    /// <summary>Returns the number of old articles that arrived in the window, in words; null for none.</summary>
    public static string? OlderReports(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return digest.Older.Count == 0
            ? null
            : $"{Count(digest.Older.Count, "older article was", "older articles were")} added to the archive.";
    }

    /// <summary>Returns the words of the link to reports of a day, such as <c>3 May 2023 (20)</c>.</summary>
    public static string Label(DigestOthers day)
    {
        ArgumentNullException.ThrowIfNull(day);
        return string.Create(CultureInfo.InvariantCulture, $"{(day.Day is { } date ? DayOf(date) : "undated")} ({day.Reports.Count:N0})");
    }

    /// <summary>Returns what has become of a report, line by line, the first one naming it; words of articles are folded.</summary>
    /// <param name="correction">What has become of it.</param>
    /// <param name="post">What told it.</param>
    public static IReadOnlyList<string> Lines(DigestCorrection correction, string post = "digest")
    {
        ArgumentNullException.ThrowIfNull(correction);
        var by = correction.Outlet is { } outlet ? " by " + WhiteSpace.Fold(outlet) : "";
        var of = correction.Published is { } day ? " of " + DayOf(day) : "";
        return correction.IsWithdrawn
            ? [$"The newsroom withdrew its report{of}{by}, which was in an earlier {post}. Please do not use what it said."]
            :
            [
                WhiteSpace.Fold(correction.Headline ?? correction.Source) + (of.Length + by.Length > 0 ? $" (report{of}{by})" : ""),
                .. correction.Note is { } note ? [$"Correction: {WhiteSpace.Fold(note)}"] : Array.Empty<string>(),
                .. correction is { Before: { } before, Now: { } now } ? [$"Before: “{before}”", $"Now: “{now}”"] : Array.Empty<string>(),
            ];
    }

    /// <summary>Returns a heading for a disagreement.</summary>
    public static string Heading(DisagreementKind kind) => kind == DisagreementKind.Denial ? "Claimed and denied" : "Different figures";

    /// <summary>Returns a day in the form that readers see.</summary>
    public static string DayOf(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Period(Digest digest) =>
        digest.Window is { } window
            ? string.Create(CultureInfo.InvariantCulture, $"Since {LocalTime(window):dddd d MMMM yyyy, HH:mm} ({window.Zone})")
            : DayOf(digest.Date);

    private static DateTime LocalTime(DigestWindow window) =>
        Instant.FromDateTimeOffset(window.From).InZone(DateTimeZoneProviders.Tzdb[window.Zone]).ToDateTimeUnspecified();

    private static string About(Digest digest) =>
        (digest.Topic is { } topic ? $" on “{WhiteSpace.Fold(topic)}”" : "") + (digest.Desk is { } desk ? $", for the desk {desk}" : "");

    private static void Write(StringBuilder text, int number, DigestStory story, Digest digest)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{number}. {WhiteSpace.Fold(story.Headline)}\n");
        text.Append(CultureInfo.InvariantCulture, $"   {string.Join(", ", story.Outlets.Select(WhiteSpace.Fold))}\n");
        foreach (var statement in story.Statements)
            Write(text, statement);
        if (story.New.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"   {NewHeading(digest)}\n");
        foreach (var statement in story.New)
            Write(text, statement);
        foreach (var disagreement in story.Disagreements)
        {
            text.Append(CultureInfo.InvariantCulture, $"   {Heading(disagreement.Kind)}\n");
            Write(text, disagreement.One);
            Write(text, disagreement.Other);
        }

        text.Append("   Sources\n");
        foreach (var source in story.Sources)
            text.Append(
                CultureInfo.InvariantCulture,
                $"   · {WhiteSpace.Fold(source.Outlet)}{(source.Published is { } day ? ", " + DayOf(day) : ", undated")}{(source.IsCopy ? ", copy" : "")}: {source.Link}\n"
            );
    }

    private static void Write(StringBuilder text, DigestCorrection correction)
    {
        foreach (var (number, line) in Lines(correction).Index())
            text.Append(number == 0 ? "   · " : "     ").Append(line).Append('\n');
        if (correction.Link is { } link)
            text.Append("     ").Append(link).Append('\n');
    }

    private static void Write(StringBuilder text, Statement statement) =>
        text.Append(
            CultureInfo.InvariantCulture,
            $"   - {WhiteSpace.Fold(statement.Shown)} {string.Join(' ', statement.Citations.Select(citation => $"[{citation}]"))}\n"
        );

    /// <summary>Returns a number with its noun, such as <c>1 story</c> or <c>2 stories</c>.</summary>
    internal static string Count(int number, string one, string several) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : several)}");
}
