using System.Globalization;
using System.Text;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Naming;

namespace NewsBot.Newsroom.Digests;

/// <summary>Writes a digest as plain text, the same wherever nothing richer can be shown. Thread-safe.</summary>
public static class DigestText
{
    /// <summary>Returns the whole digest; an empty day is one line. Words of articles are verbatim, with white space folded.</summary>
    public static string Write(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        if (digest.Stories.Count == 0)
            return Empty(digest);
        var text = new StringBuilder(Title(digest)).Append('\n');
        foreach (var (number, story) in digest.Stories.Index())
            Write(text, number + 1, story);
        text.Append("\nCitations\n");
        foreach (var citation in digest.Citations)
            text.Append(
                CultureInfo.InvariantCulture,
                $"[{citation.Number}] {Folded(SourceText.Of(citation.Source, citation.Outlet, citation.Published))}\n    {citation.Link}\n"
            );
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>Returns one line with the day and the number of stories and articles.</summary>
    public static string Title(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return digest.Stories.Count == 0
            ? Empty(digest)
            : $"{DayOf(digest.Date)}: {Count(digest.Stories.Count, "story", "stories")} from {Count(digest.Articles, "article", "articles")}{About(digest)}";
    }

    /// <summary>Returns one line of facts about a story: outlets, reports, copies and age.</summary>
    public static string Facts(DigestStory story, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(story);
        var facts = $"{Count(story.Outlets.Count, "outlet", "outlets")} · {Count(story.Articles, "report", "reports")}";
        if (story.Copies > 0)
            facts += $", of which {Count(story.Copies, "copy", "copies")}";
        return facts
            + (
                story.First == date
                    ? " · new today"
                    : $" · since {DayOf(story.First)}, {Count(story.EarlierArticles, "earlier report", "earlier reports")}"
            );
    }

    /// <summary>Returns a heading for a disagreement.</summary>
    public static string Heading(DisagreementKind kind) => kind == DisagreementKind.Denial ? "Claimed and denied" : "Different figures";

    /// <summary>Returns a day in the form that readers see.</summary>
    public static string DayOf(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Empty(Digest digest) => $"{DayOf(digest.Date)}: no stories{About(digest)}.";

    private static string About(Digest digest) =>
        (digest.Topic is { } topic ? $" on “{Folded(topic)}”" : "") + (digest.Desk is { } desk ? $", for the desk {desk}" : "");

    private static void Write(StringBuilder text, int number, DigestStory story)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{number}. {Folded(story.Headline)}\n");
        text.Append(CultureInfo.InvariantCulture, $"   {string.Join(", ", story.Outlets.Select(Folded))}\n");
        foreach (var statement in story.Statements)
            Write(text, statement);
        if (story.New.Count > 0)
            text.Append("   New since yesterday\n");
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
                $"   · {Folded(source.Outlet)}{(source.Published is { } day ? ", " + DayOf(day) : ", undated")}{(source.IsCopy ? ", copy" : "")}: {source.Link}\n"
            );
    }

    private static void Write(StringBuilder text, Statement statement) =>
        text.Append(
            CultureInfo.InvariantCulture,
            $"   - {Folded(statement.Text)} {string.Join(' ', statement.Citations.Select(citation => $"[{citation}]"))}\n"
        );

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Returns a number with its noun, such as <c>1 story</c> or <c>2 stories</c>.</summary>
    internal static string Count(int number, string one, string several) => $"{number} {(number == 1 ? one : several)}";
}
