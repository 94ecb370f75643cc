using System.Collections.Concurrent;
using NewsBot.Teams.Options;
using NewsBot.Teams.Storage;

namespace NewsBot.Teams.Delivery;

/// <summary>Admits requests to the connector within the quotas of conversation and tenant. Thread-safe across conversations.</summary>
internal sealed class SendGate(TeamsOptions options, ITeamsStore store, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, SendQuota> _conversations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TenantQuota> _tenants = new(StringComparer.Ordinal);

    /// <summary>Gets this host's share of what may be sent to one tenant in a second.</summary>
    private int TenantSendsPerSecond => Math.Max(1, options.TenantSendsPerSecond / store.Hosts);

    /// <summary>Waits for room, runs the request, and counts it.</summary>
    public async Task<T> SendAsync<T>(string conversation, string? tenant, Func<Task<T>> request, CancellationToken cancellationToken)
    {
        var quota = await QuotaAsync(conversation, cancellationToken);
        for (var now = time.GetUtcNow(); quota.NextAllowed(now) is var next && next > now; now = time.GetUtcNow())
            await Task.Delay(next - now, time, cancellationToken);

        var shared = _tenants.GetOrAdd(tenant ?? "", _ => new TenantQuota(() => TenantSendsPerSecond, time));
        await shared.EnterAsync(cancellationToken);
        try
        {
            return await request();
        }
        finally
        {
            shared.Leave();
            quota.Count(time.GetUtcNow());
        }
    }

    /// <summary>Determines whether there is room for an optional message.</summary>
    public async ValueTask<bool> HasAmpleRoomAsync(string conversation, CancellationToken cancellationToken) =>
        (await QuotaAsync(conversation, cancellationToken)).HasAmpleRoom(time.GetUtcNow());

    /// <summary>Forgets conversations in which nothing was sent for the length of the longest window.</summary>
    public void Forget()
    {
        var old = time.GetUtcNow() - SendQuota.Horizon;
        foreach (var (conversation, quota) in _conversations)
        {
            if (quota.Last is not { } last || last < old)
                _conversations.TryRemove(conversation, out _);
        }
    }

    /// <summary>
    /// Returns a conversation's quota. One not in memory starts from the store, so that a restart does not reset it. Each post counts
    /// twice: it may have had a typing notice before it, which is not stored.
    /// </summary>
    private async ValueTask<SendQuota> QuotaAsync(string conversation, CancellationToken cancellationToken)
    {
        if (_conversations.TryGetValue(conversation, out var quota))
            return quota;
        quota = new SendQuota();
        foreach (var sent in await store.RecentSendsAsync(conversation, time.GetUtcNow() - SendQuota.Horizon, cancellationToken))
        {
            quota.Count(sent);
            quota.Count(sent);
        }

        return _conversations.GetOrAdd(conversation, quota);
    }
}
