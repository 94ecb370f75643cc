using NewsBot.Newsroom.Spending;

namespace NewsBot.Newsroom.Models;

/// <summary>
/// Limits what the language model may cost: tokens a day, and tokens and waiting time of each account. Days are UTC.
/// Kept in memory, so a restart resets it, except where hosts count together. Thread-safe.
/// </summary>
internal sealed class ModelBudget
{
    private const string NoAccount = "";

    private readonly ModelOptions options;
    private readonly TimeProvider time;
    private readonly SharedLimit? sharedTokens;
    private readonly SharedLimit? sharedWaits;
    private readonly Lock gate = new();
    private readonly Dictionary<string, (long Tokens, TimeSpan Wait)> accounts = new(StringComparer.Ordinal);
    private DateOnly day;
    private long tokens;

    /// <summary>Initializes a budget of which nothing is spent.</summary>
    /// <param name="options">The limits.</param>
    /// <param name="time">Tells the day.</param>
    /// <param name="spending">Counts what other hosts spend, too; null: this host counts for itself.</param>
    public ModelBudget(ModelOptions options, TimeProvider time, SharedSpending? spending = null)
    {
        this.options = options;
        this.time = time;
        sharedTokens = spending?.Join("modelTokens", TimeSpan.FromDays(1), spent => Add(spent.Key, spent.Amount, TimeSpan.Zero, spent.Age));
        sharedWaits = spending?.Join(
            "modelWaits",
            TimeSpan.FromDays(1),
            spent => Add(spent.Key, 0, TimeSpan.FromMilliseconds(spent.Amount), spent.Age)
        );
    }

    /// <summary>Determines whether an account may use the language model now; null for callers without one, who share a budget.</summary>
    public bool Allows(string? account)
    {
        var key = KeyOf(account);
        lock (gate)
        {
            BeginDay();
            var spent = accounts.GetValueOrDefault(key);
            return tokens < options.TokensPerDay
                && spent.Tokens < options.TokensPerAccountAndDay
                && spent.Wait < options.WaitPerAccountAndDay;
        }
    }

    /// <summary>Records what an answer cost.</summary>
    public void Spend(string? account, long used, TimeSpan waited)
    {
        var key = KeyOf(account);
        Add(key, used, waited, TimeSpan.Zero);
        sharedTokens?.Add(key, used);
        sharedWaits?.Add(key, (long)waited.TotalMilliseconds);
    }

    private string KeyOf(string? account) => sharedTokens?.KeyOf(account ?? NoAccount) ?? account ?? NoAccount;

    private void Add(string key, long used, TimeSpan waited, TimeSpan age)
    {
        lock (gate)
        {
            BeginDay();
            if (DayOf(time.GetUtcNow() - age) != day)
                return;
            var spent = accounts.GetValueOrDefault(key);
            accounts[key] = (spent.Tokens + used, spent.Wait + waited);
            tokens += used;
        }
    }

    private void BeginDay()
    {
        var today = DayOf(time.GetUtcNow());
        if (today == day)
            return;
        (day, tokens) = (today, 0);
        accounts.Clear();
    }

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
