namespace NewsBot.Newsroom.Models;

/// <summary>What the model may cost: tokens of a day, and tokens and waiting of each desk. Days are UTC. Kept in memory: a restart begins anew. Thread-safe.</summary>
internal sealed class ModelBudget(ModelOptions options, TimeProvider time)
{
    private const string NoDesk = "";

    private readonly Lock gate = new();
    private readonly Dictionary<string, (long Tokens, TimeSpan Wait)> desks = new(StringComparer.Ordinal);
    private DateOnly day;
    private long tokens;

    /// <summary>Whether a desk may ask the model now; null: those without a desk, who share one budget.</summary>
    public bool Allows(string? desk)
    {
        lock (gate)
        {
            BeginDay();
            var spent = desks.GetValueOrDefault(desk ?? NoDesk);
            return tokens < options.TokensPerDay && spent.Tokens < options.TokensPerDeskAndDay && spent.Wait < options.WaitPerDeskAndDay;
        }
    }

    /// <summary>Notes what an answer cost.</summary>
    public void Spend(string? desk, long used, TimeSpan waited)
    {
        lock (gate)
        {
            BeginDay();
            var spent = desks.GetValueOrDefault(desk ?? NoDesk);
            desks[desk ?? NoDesk] = (spent.Tokens + used, spent.Wait + waited);
            tokens += used;
        }
    }

    private void BeginDay()
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (today == day) return;
        (day, tokens) = (today, 0);
        desks.Clear();
    }
}
