using NewsBot.Archive.Passages;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.Layout;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Storage;

namespace NewsBot.Teams.Turns;

/// <summary>Combines a person's feedback on an answer with the answer.</summary>
internal static class FeedbackNote
{
    public static async Task<ReaderFeedback> OfAsync(
        INewsroom newsroom,
        GivenAnswer? answer,
        TurnContext context,
        string reaction,
        string? comment,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<FeedbackCitation> citations = answer is null
            ? []
            : await FeedbackCitation.ReadAsync(
                newsroom,
                answer.Citations.Select(cited => (cited.Source, cited.Quote, new TextRange(cited.Start, cited.End))),
                ReaderRights.Of(newsroom.Desks.Of(context.Reader)),
                cancellationToken
            );
        return new ReaderFeedback
        {
            Channel = PostRows.Channel,
            Conversation = context.Conversation,
            Person = context.Activity.From?.AadObjectId ?? context.Activity.From?.Id,
            AnswerId = answer?.Id,
            Reaction = WordCut.At(SafeText.Plain(reaction), 40),
            Comment = string.IsNullOrWhiteSpace(comment) ? null : WordCut.At(comment, ReaderFeedback.MaxCommentChars),
            Question = answer?.Question,
            Answer = answer?.Text,
            Citations = citations,
            At = at,
        };
    }
}
