using NewsBot.Access;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Digests;

namespace NewsBot.Requests;

/// <summary>Records in the audit log what the caller of a request did.</summary>
internal static class RequestAudit
{
    /// <summary>Records that the digest of a day was read.</summary>
    public static void Record(HttpContext context, string channel, Digest digest, Desk? desk) =>
        Record(context, channel, AuditAction.DigestRead, AuditEntry.TargetOf(digest.Date), desk, digest.Topic);

    /// <summary>Records an action; a request for the headers alone does nothing, and is not recorded.</summary>
    /// <param name="context">The request.</param>
    /// <param name="channel">Such as <see cref="AuditActor.Api"/>.</param>
    /// <param name="action">What was done.</param>
    /// <param name="target">What it was done to; null where the words say it.</param>
    /// <param name="desk">The desk with whose rights it was done; null for none.</param>
    /// <param name="words">What was searched for; recorded only where the settings say so.</param>
    public static void Record(
        HttpContext context,
        string channel,
        AuditAction action,
        string? target,
        Desk? desk = null,
        string? words = null
    )
    {
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        var services = context.RequestServices;
        services
            .GetRequiredService<AuditLog>()
            .Record(services.GetRequiredService<CurrentCaller>().Required.Through(channel), action, target, desk?.Name, words);
    }
}
