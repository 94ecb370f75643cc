using NewsBot.Archive.Store;
using NewsBot.Newsroom.Audit;
using NewsBot.Opening;
using NewsBot.Settings;

namespace NewsBot.CommandLine;

/// <summary>Records in the audit log what a verb changed.</summary>
internal static class VerbAudit
{
    /// <summary>Records a change that was made. If that fails, the change stands, and a line on the error output says so.</summary>
    /// <param name="context">Names the person.</param>
    /// <param name="settings">Name the state database, and say whether anything is recorded.</param>
    /// <param name="action">What was done.</param>
    /// <param name="target">What it was done to.</param>
    /// <param name="desk">The desk that it concerns; null for none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task RecordAsync(
        VerbContext context,
        NewsBotSettings settings,
        AuditAction action,
        string target,
        string? desk,
        CancellationToken cancellationToken
    )
    {
        if (settings.Audit.Days == 0)
            return;
        var entry = new AuditEntry
        {
            At = TimeProvider.System.GetUtcNow(),
            By = new AuditActor(AuditActor.CommandLine, null, context.UserName),
            Action = action,
            Target = target,
            Desk = desk,
        };
        try
        {
            await using var state = OpenState.Open(settings, [AuditTable.Schema]);
            await state.WriteAsync(db => AuditTable.Add(db, entry), cancellationToken);
        }
        catch (StoreException failure)
        {
            await context.Error.WriteLineAsync(
                $"The change was made, but is not in the audit log: {failure.Message.ReplaceLineEndings(" ")}"
            );
        }
    }
}
