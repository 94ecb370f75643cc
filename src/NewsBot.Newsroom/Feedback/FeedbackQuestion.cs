using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using NewsBot.Newsroom.Evaluation;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Feedback;

/// <summary>Represents feedback as a line of an evaluation file, which <see cref="EvaluationFile"/> reads. Immutable.</summary>
/// <param name="Id">Names the feedback.</param>
/// <param name="Question">The question as it was understood.</param>
/// <param name="Answerable">False where a decline was liked.</param>
/// <param name="MayDecline">True where an answer was disliked: whether the articles answer the question is not known.</param>
/// <param name="CiteAny">The sources of a liked answer, one of which a right answer cites.</param>
/// <param name="MustNot">Matches the sentence with which a disliked answer began.</param>
/// <param name="Feedback">What the reader saw and wrote; <c>eval</c> ignores it.</param>
internal sealed record FeedbackQuestion(
    string Id,
    string Question,
    bool Answerable,
    [property: JsonPropertyName("may_decline")] bool? MayDecline,
    [property: JsonPropertyName("cite_any")] IReadOnlyList<string>? CiteAny,
    [property: JsonPropertyName("must_not")] IReadOnlyList<string>? MustNot,
    FeedbackQuestion.Seen Feedback
)
{
    /// <summary>Returns the feedback on answers as lines of an evaluation file, newest first.</summary>
    /// <remarks>
    /// Reactions other than thumbs, and feedback whose question is no longer known, are left out: nothing in them can be checked. Of
    /// several verdicts on a question, the newest counts.
    /// </remarks>
    /// <param name="feedback">The feedback, newest first.</param>
    public static IEnumerable<string> Lines(IEnumerable<ReaderFeedback> feedback) =>
        feedback
            .Where(one => one.Question is not null && one.Reaction is ReaderFeedback.Like or ReaderFeedback.Dislike)
            .DistinctBy(one => one.Question, StringComparer.OrdinalIgnoreCase)
            .Select(one => JsonSerializer.Serialize(Of(one), FeedbackJson.ForFiles.FeedbackQuestion));

    private static FeedbackQuestion Of(ReaderFeedback feedback)
    {
        var isLiked = feedback.Reaction == ReaderFeedback.Like;
        var isDecline = feedback.Citations.Count == 0;
        return new FeedbackQuestion(
            string.Create(CultureInfo.InvariantCulture, $"feedback-{feedback.Id}"),
            feedback.Question!,
            // Whoever dislikes a decline knows an article that answers.
            Answerable: !(isLiked && isDecline),
            MayDecline: !isLiked && !isDecline ? true : null,
            CiteAny: isLiked && !isDecline ? [.. feedback.Citations.Select(cited => cited.Source).Distinct(StringComparer.Ordinal)] : null,
            MustNot: !isLiked && feedback.Citations is [{ Quote.Length: > 0 } first, ..] ? [Expression(first.Quote)] : null,
            new Seen(feedback.Reaction, feedback.Comment, feedback.Answer, feedback.Citations, feedback.Channel, feedback.At)
        );
    }

    // The text of an answer is compared with every run of white space as one space.
    private static string Expression(string quote) => Regex.Escape(WhiteSpace.Fold(quote));

    /// <summary>Represents what the reader saw and wrote.</summary>
    internal sealed record Seen(
        string Reaction,
        string? Comment,
        string? Answer,
        IReadOnlyList<FeedbackCitation> Citations,
        string Channel,
        DateTimeOffset At
    );
}
