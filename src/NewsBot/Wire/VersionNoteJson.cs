using System.Text.Json.Serialization;
using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Wire;

/// <summary>Represents a note on the cited version of an article.</summary>
internal sealed record VersionNoteJson
{
    /// <summary>Gets the article's source.</summary>
    public required string Source { get; init; }

    /// <summary>Gets <c>updated</c>, <c>corrected</c>, <c>superseded</c> or <c>embargoed</c>.</summary>
    public required string State { get; init; }

    /// <summary>Gets the day of publication of this version; omitted where it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? On { get; init; }

    /// <summary>Gets the end of its embargo; omitted where it has none, or staff have to release it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? EmbargoedUntil { get; init; }

    /// <summary>Gets the newsroom's note on it; omitted where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>Gets the sentence of the version before; omitted where it is the same, or not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Before { get; init; }

    /// <summary>Gets the sentence that replaced it.</summary>
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

    /// <summary>Returns the name of a state: what readers may see of a version takes precedence over its relation to the others.</summary>
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
