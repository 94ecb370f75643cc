using System.Globalization;
using NewsBot.Archive.Articles;

namespace NewsBot.Newsroom.Answers;

/// <summary>Represents what readers need to know about the version of an article that an answer cites.</summary>
/// <param name="Source">The article's source.</param>
/// <param name="Stage">Who may see the version: a superseded one was asked for; one under embargo is shown to staff.</param>
/// <param name="State">How the version relates to the ones before it.</param>
public sealed record VersionNote(string Source, ArticleStage Stage, ArticleState State)
{
    /// <summary>Gets the day of publication (UTC) of this version; null if unknown.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Gets the time (UTC) at which its embargo ends; null if it has none, or if staff have to release it.</summary>
    public DateTimeOffset? EmbargoedUntil { get; init; }

    /// <summary>Gets the newsroom's comment on the version; null if there is none.</summary>
    public string? Note { get; init; }

    /// <summary>Gets the sentence of the previous version, verbatim; null if it is unchanged or there is none.</summary>
    public string? Before { get; init; }

    /// <summary>Gets the sentence that replaced it, verbatim; null if there is none.</summary>
    public string? Now { get; init; }

    /// <summary>Gets the note in plain English. It contains text from articles: escape it.</summary>
    public string Words
    {
        get
        {
            var day = On is { } date ? string.Create(CultureInfo.InvariantCulture, $" on {date:d MMMM yyyy}") : "";
            var changed =
                Before is not null ? $" Before: “{Before}” Now: “{Now}”"
                : Note is not null ? $" {Note}"
                : "";
            return Stage switch
            {
                ArticleStage.Superseded => $"From an earlier version ({Source}), since superseded by a newer one.",
                ArticleStage.Embargoed when EmbargoedUntil is { } until => string.Create(
                    CultureInfo.InvariantCulture,
                    $"EMBARGOED until {until:d MMMM yyyy, HH:mm} UTC ({Source}): not for publication."
                ),
                ArticleStage.Embargoed => $"EMBARGOED until released ({Source}): not for publication.",
                _ => State == ArticleState.Corrected
                    ? $"The report {Source} was corrected{day}.{changed}"
                    : $"The report {Source} was updated{day}.",
            };
        }
    }
}
