using System.Globalization;
using System.Text;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Naming;

namespace NewsBot.Newsroom.Timelines;

/// <summary>Writes a timeline as plain text. Thread-safe.</summary>
public static class TimelineText
{
    /// <summary>Specifies the heading of statements from articles without a date.</summary>
    public const string Undated = "Undated";

    /// <summary>Returns the whole timeline; one line when it is empty. Words of articles are verbatim, with white space folded.</summary>
    public static string Write(Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        if (timeline.Days.Count == 0)
            return $"The articles say nothing on “{WhiteSpace.Fold(timeline.Topic)}”.";
        var text = new StringBuilder();
        foreach (var day in timeline.Days)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(day.Day is { } date ? DigestText.DayOf(date) : Undated)}\n");
            foreach (var statement in day.Statements)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"  - {WhiteSpace.Fold(statement.Shown)} {string.Join(' ', statement.Citations.Select(number => $"[{number}]"))}\n"
                );
        }

        text.Append('\n');
        foreach (var citation in timeline.Citations)
            text.Append(
                CultureInfo.InvariantCulture,
                $"[{citation.Number}] {WhiteSpace.Fold(SourceText.Of(citation.Source, citation.Outlet, citation.Published))}\n    {citation.Link}\n"
            );
        return text.ToString().TrimEnd('\n');
    }
}
