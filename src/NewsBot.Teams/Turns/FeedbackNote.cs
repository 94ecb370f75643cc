using NewsBot.Newsroom;
using NewsBot.Newsroom.Layout;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Storage;

namespace NewsBot.Teams.Turns;

/// <summary>Combines a person's feedback on an answer with the answer.</summary>
internal static class FeedbackNote
{
    private const int MaxCommentChars = 4000;

    public static async Task<AnswerFeedback> OfAsync(
        INewsroom newsroom,
        GivenAnswer? answer,
        TurnContext context,
        string reaction,
        string? comment,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<ShownPassage?> passages = answer is null ? [] : await ShownPassages.BehindAsync(newsroom, answer, cancellationToken);
        return new AnswerFeedback
        {
            Conversation = context.Conversation,
            Person = context.Activity.From?.AadObjectId ?? context.Activity.From?.Id,
            AnswerId = answer?.Id,
            Reaction = WordCut.At(SafeText.Plain(reaction), 40),
            Comment = string.IsNullOrWhiteSpace(comment) ? null : WordCut.At(comment, MaxCommentChars),
            Question = answer?.Question,
            Answer = answer?.Text,
            Passages = answer is null ? [] : [.. answer.Citations.Zip(passages, (citation, passage) => passage?.Text ?? citation.Quote)],
            At = at,
        };
    }
}
