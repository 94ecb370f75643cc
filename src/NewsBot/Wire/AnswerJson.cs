using System.Text.Json.Serialization;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Layout;

namespace NewsBot.Wire;

/// <summary>Represents an answer as programs read it, on the command line and over HTTP.</summary>
internal sealed record AnswerJson
{
    /// <summary>Gets the question as asked.</summary>
    public required string Question { get; init; }

    /// <summary>Gets the follow-up completed from the question before; omitted for a self-contained question.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UnderstoodAs { get; init; }

    /// <summary>Gets <c>answered</c>, <c>not_found</c>, <c>sources</c>, <c>reply</c> or <c>invalid</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Gets the plain text with citation numbers in brackets.</summary>
    public required string Text { get; init; }

    /// <summary>Gets the statements; empty unless answered.</summary>
    public required IReadOnlyList<StatementJson> Statements { get; init; }

    /// <summary>Gets the citations; empty unless answered.</summary>
    public required IReadOnlyList<CitationJson> Citations { get; init; }

    /// <summary>
    /// Gets the groups of statements, by position from 0, that contradict each other, newest source first; omitted when there are none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<IReadOnlyList<int>>? Disagreements { get; init; }

    /// <summary>Gets the newest day of publication among the citations; omitted when none has a date.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? AsOf { get; init; }

    /// <summary>
    /// Gets by about how many new, replaced and removed articles the index was behind the archive; omitted when by none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? ArticlesBehind { get; init; }

    /// <summary>Gets which articles were searched, in a sentence; omitted when all were.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Searched { get; init; }

    /// <summary>Gets the notes on the cited versions; omitted for articles that were never updated or corrected.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<VersionNoteJson>? Versions { get; init; }

    /// <summary>
    /// Gets, for a decline, when the newsroom withdrew the article that would have answered; omitted when there was none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Withdrawn { get; init; }

    /// <summary>Gets, for a decline, the nearest sources; omitted when there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<NearestJson>? Nearest { get; init; }

    /// <summary>
    /// Gets, of several questions, those that the articles do not answer although they answer others; omitted when there are none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Unanswered { get; init; }

    /// <summary>Gets, for <c>sources</c>, the passages, best first; otherwise omitted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PassageJson>? Passages { get; init; }

    /// <summary>Gets <c>extractive</c>, or the model's name.</summary>
    public required string Composer { get; init; }

    /// <summary>Gets the time from question to answer in milliseconds, to a hundredth.</summary>
    public required double ElapsedMilliseconds { get; init; }

    /// <summary>Maps an answer.</summary>
    public static AnswerJson From(Answer answer) =>
        new()
        {
            Question = answer.Question,
            UnderstoodAs = answer.UnderstoodAs,
            Outcome = Name(answer.Outcome),
            Text = answer.Text,
            Statements = [.. answer.Statements.Select(StatementJson.From)],
            Citations = [.. answer.Citations.Select(CitationJson.From)],
            Disagreements =
                answer.Disagreements.Count == 0 ? null : [.. answer.Disagreements.Select(disagreement => disagreement.Statements)],
            AsOf = answer.AsOf,
            ArticlesBehind = answer.ArticlesBehind == 0 ? null : answer.ArticlesBehind,
            Searched = answer.Searched.IsNone ? null : FilterText.Searched(answer.Searched),
            Versions = answer.Versions.Count == 0 ? null : [.. answer.Versions.Select(VersionNoteJson.From)],
            Withdrawn = answer.Withdrawn,
            Nearest =
                answer.Nearest.Count == 0
                    ? null
                    :
                    [
                        .. answer.Nearest.Select(nearest => new NearestJson(
                            nearest.Source,
                            nearest.Headline,
                            nearest.Published,
                            nearest.Link
                        )),
                    ],
            Unanswered = answer.Unanswered.Count == 0 ? null : answer.Unanswered,
            Passages = answer.Outcome == Newsroom.Answers.Outcome.Sources ? PassagesJson.From(answer.Passages).Passages : null,
            Composer = answer.Composer,
            ElapsedMilliseconds = Math.Round(answer.Elapsed.TotalMilliseconds, 2),
        };

    private static string Name(Outcome outcome) =>
        outcome switch
        {
            Newsroom.Answers.Outcome.Answered => "answered",
            Newsroom.Answers.Outcome.NotFound => "not_found",
            Newsroom.Answers.Outcome.Sources => "sources",
            Newsroom.Answers.Outcome.Reply => "reply",
            Newsroom.Answers.Outcome.Invalid => "invalid",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };
}
