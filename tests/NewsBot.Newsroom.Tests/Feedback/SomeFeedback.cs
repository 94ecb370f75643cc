using NewsBot.Newsroom.Feedback;

namespace NewsBot.Newsroom.Tests.Feedback;

/// <summary>Feedback on an answer with two citations.</summary>
internal static class SomeFeedback
{
    public static ReaderFeedback On(string question) =>
        new()
        {
            Channel = "page",
            Question = question,
            Answer = "The old mill (1820) burned  down. [1]\nNobody was hurt. [2]",
            Citations =
            [
                new FeedbackCitation("mill.txt", "The old mill (1820) burned\ndown.", "Passage around it."),
                new FeedbackCitation("mayor.txt", "Nobody was hurt."),
            ],
            Reaction = ReaderFeedback.Like,
            At = new DateTimeOffset(2026, 5, 3, 10, 0, 0, TimeSpan.Zero),
        };
}
