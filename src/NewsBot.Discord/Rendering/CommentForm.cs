using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Feedback;

namespace NewsBot.Discord.Rendering;

/// <summary>Creates the dialog in which a person may say what was wrong with a reply.</summary>
internal static class CommentForm
{
    /// <summary>Specifies the name of its field.</summary>
    public const string Field = "comment";

    /// <summary>Returns the dialog about a reply.</summary>
    /// <param name="trace">The reply's.</param>
    public static Modal Of(string trace) =>
        new(
            Buttons.IdOf(Buttons.Comment, trace),
            "Noted as not useful",
            Field,
            "What was wrong? (optional)",
            ReaderFeedback.MaxCommentChars
        );
}
