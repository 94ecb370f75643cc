namespace NewsBot.Newsroom.Models;

/// <summary>
/// Limits what the language model may cost: tokens a day, and tokens and waiting time of each account. Days are UTC.
/// Kept in memory, so a restart resets it. Thread-safe.
/// </summary>
internal sealed class ModelBudget(ModelOptions options, TimeProvider time)
{
    private const string NoAccount = "";

    private readonly Lock gate = new();
    private readonly Dictionary<string, (long Tokens, TimeSpan Wait)> accounts = new(StringComparer.Ordinal);
    private DateOnly day;
    private long tokens;

    /// <summary>Determines whether an account may use the language model now; null for callers without one, who share a budget.</summary>
    public bool Allows(string? account)
    {
        lock (gate)
        {
            BeginDay();
            var spent = accounts.GetValueOrDefault(account ?? NoAccount);
            return tokens < options.TokensPerDay
                && spent.Tokens < options.TokensPerAccountAndDay
                && spent.Wait < options.WaitPerAccountAndDay;
        }
    }

    /// <summary>Records what an answer cost.</summary>
    public void Spend(string? account, long used, TimeSpan waited)
    {
        lock (gate)
        {
            BeginDay();
            var spent = accounts.GetValueOrDefault(account ?? NoAccount);
            accounts[account ?? NoAccount] = (spent.Tokens + used, spent.Wait + waited);
            tokens += used;
        }
    }

    private void BeginDay()
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (today == day)
            return;
        (day, tokens) = (today, 0);
        accounts.Clear();
    }
}
