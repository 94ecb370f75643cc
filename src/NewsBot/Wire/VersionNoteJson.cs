using System.Text.Json.Serialization;
using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Wire;

/// <summary>What has to be known of the version of an article that is cited.</summary>
internal sealed record VersionNoteJson
{
    /// <summary>The article's source.</summary>
    public required string Source { get; init; }

    /// <summary><c>updated</c>, <c>corrected</c>, <c>superseded</c> or <c>embargoed</c>.</summary>
    public required string State { get; init; }

    /// <summary>Day of publication of this version; left out where nothing says so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? On { get; init; }

    /// <summary>When its embargo ends; left out where it has none, or staff have to release it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? EmbargoedUntil { get; init; }

    /// <summary>What the newsroom says about it; left out where it says nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>The sentence of the version before; left out where it is the same, or not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Before { get; init; }

    /// <summary>The sentence that took its place.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Now { get; init; }

    /// <summary>Maps a note.</summary>
    public static VersionNoteJson From(VersionNote note) =>
        new()
        {
            Source = note.Source,
            State = NameOf(note.Stage, note.State),
            On = note.On,
            EmbargoedUntil = note.EmbargoedUntil,
            Note = note.Note,
            Before = note.Before,
            Now = note.Now,
        };

    /// <summary>Names a state: what readers may see of a version says more than what it is to the others.</summary>
    public static string NameOf(ArticleStage stage, ArticleState state) =>
        stage switch
        {
            ArticleStage.Superseded => "superseded",
            ArticleStage.Embargoed => "embargoed",
            ArticleStage.Killed => "killed",
            _ => state switch
            {
                ArticleState.Updated => "updated",
                ArticleState.Corrected => "corrected",
                ArticleState.Killed => "killed",
                _ => "published",
            },
        };
}
