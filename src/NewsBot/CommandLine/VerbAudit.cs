using NewsBot.Archive.Store;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Questions;
using NewsBot.Opening;
using NewsBot.Settings;

namespace NewsBot.CommandLine;

/// <summary>
/// Records in the audit log what a verb changed or showed, after it has done so. If that fails, a line on the error output says so, and the
/// verb succeeds all the same.
/// </summary>
internal static class VerbAudit
{
    /// <summary>Records a change that was made.</summary>
    /// <param name="context">Names the person.</param>
    /// <param name="settings">Name the state database, and say whether anything is recorded.</param>
    /// <param name="action">What was done.</param>
    /// <param name="target">What it was done to.</param>
    /// <param name="desk">The desk that it concerns; null for none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static Task RecordAsync(
        VerbContext context,
        NewsBotSettings settings,
        AuditAction action,
        string target,
        string? desk,
        CancellationToken cancellationToken
    ) => WriteAsync(context, settings, Entry(context, action, desk, target), "The change was made", cancellationToken);

    /// <summary>Records a question that was answered.</summary>
    public static Task RecordAsync(
        VerbContext context,
        NewsBotSettings settings,
        QuestionRequest question,
        Answer answer,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            context,
            settings,
            Entry(context, AuditAction.Asked, question.Desk?.Name, words: question.Text) with
            {
                Outcome = NewsroomService.AuditedOutcome(answer),
                Elapsed = answer.Elapsed,
            },
            "The question was answered",
            cancellationToken
        );

    /// <summary>Records what was read.</summary>
    /// <param name="context">Names the person.</param>
    /// <param name="settings">Name the state database, and say what is recorded.</param>
    /// <param name="action">What was done.</param>
    /// <param name="desk">The name of the desk with whose rights; null for none.</param>
    /// <param name="target">What was read, such as the day of a digest; null where the words say it.</param>
    /// <param name="words">What was searched for; recorded only where the settings say so.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static Task RecordReadingAsync(
        VerbContext context,
        NewsBotSettings settings,
        AuditAction action,
        string? desk,
        string? target,
        string? words,
        CancellationToken cancellationToken
    ) => WriteAsync(context, settings, Entry(context, action, desk, target, words), "This was shown", cancellationToken);

    private static AuditEntry Entry(VerbContext context, AuditAction action, string? desk, string? target = null, string? words = null) =>
        new()
        {
            At = TimeProvider.System.GetUtcNow(),
            By = context.Actor,
            Action = action,
            Desk = desk,
            Target = target,
            Question = words,
        };

    private static async Task WriteAsync(
        VerbContext context,
        NewsBotSettings settings,
        AuditEntry entry,
        string done,
        CancellationToken cancellationToken
    )
    {
        if (settings.Audit.Days == 0)
            return;
        if (!settings.Audit.Questions)
            entry = entry with { Question = null };
        try
        {
            await using var state = OpenState.Open(settings, [AuditTable.Schema]);
            await state.WriteAsync(
                db => AuditTable.Add(db, entry) + AuditTable.Purge(db, entry.At - TimeSpan.FromDays(settings.Audit.Days)),
                cancellationToken
            );
        }
        catch (StoreException failure)
        {
            await context.Error.WriteLineAsync($"{done}, but is not in the audit log: {failure.Message.ReplaceLineEndings(" ")}");
        }
    }
}
