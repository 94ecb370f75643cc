using System.Globalization;
using NewsBot.Archive.Articles;

namespace NewsBot.Newsroom.Answers;

/// <summary>What a reader has to know of the version of an article that is cited.</summary>
/// <param name="Source">The article's source.</param>
/// <param name="Stage">Who may see it: a superseded one was asked for, one under embargo is shown to staff.</param>
/// <param name="State">What it is to the versions before it.</param>
public sealed record VersionNote(string Source, ArticleStage Stage, ArticleState State)
{
    /// <summary>Gets the day (UTC) from which this version is; null where nothing says so.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Gets the time (UTC) at which its embargo ends; null: it has none, or staff have to release it.</summary>
    public DateTimeOffset? EmbargoedUntil { get; init; }

    /// <summary>Gets what the newsroom says about it; null: nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Gets the sentence of the version before, word for word; null where it is the same, or there is none.</summary>
    public string? Before { get; init; }

    /// <summary>Gets the sentence that took its place, word for word.</summary>
    public string? Now { get; init; }

    /// <summary>Gets the note in plain English. It holds words of articles: escape it.</summary>
    public string Words
    {
        get
        {
            var day = On is { } date ? string.Create(CultureInfo.InvariantCulture, $" on {date:d MMMM yyyy}") : "";
            var changed = Before is not null ? $" Before: “{Before}” Now: “{Now}”" : Note is not null ? $" {Note}" : "";
            return Stage switch
            {
                ArticleStage.Superseded => $"From an earlier version ({Source}), which is superseded by a newer one.",
                ArticleStage.Embargoed when EmbargoedUntil is { } until => string.Create(CultureInfo.InvariantCulture, $"EMBARGOED until {until:d MMMM yyyy, HH:mm} UTC ({Source}): not for publication."),
                ArticleStage.Embargoed => $"EMBARGOED until it is released ({Source}): not for publication.",
                _ => State == ArticleState.Corrected ? $"The report {Source} was corrected{day}.{changed}" : $"The report {Source} was updated{day}.",
            };
        }
    }
}
