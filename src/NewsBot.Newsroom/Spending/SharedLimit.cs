using System.Security.Cryptography;
using System.Text;

namespace NewsBot.Newsroom.Spending;

/// <summary>
/// Represents one limit that hosts count together: collects what accounts spend here until the others are told. Thread-safe.
/// </summary>
public sealed class SharedLimit
{
    private const int KeyBytes = 16;

    private readonly Action<SpentElsewhere> elsewhere;
    private readonly bool isShared;
    private readonly Lock gate = new();
    private Dictionary<string, long> spent = new(StringComparer.Ordinal);

    internal SharedLimit(string name, TimeSpan period, Action<SpentElsewhere> elsewhere, bool isShared) =>
        (Name, Period, this.elsewhere, this.isShared) = (name, period, elsewhere, isShared);

    /// <summary>Gets the name, the same at all hosts.</summary>
    internal string Name { get; }

    /// <summary>Gets how long what was spent counts.</summary>
    internal TimeSpan Period { get; }

    /// <summary>Gets or sets the number of the last row that was counted; 0: none yet.</summary>
    internal long Counted { get; set; }

    /// <summary>Gets or sets when rows were last counted, as a timestamp of the clock; null: not yet.</summary>
    internal long? CountedAt { get; set; }

    /// <summary>
    /// Returns the key by which an account is counted: a hash where hosts share the limit, since other hosts need no names; otherwise the
    /// account itself.
    /// </summary>
    public string KeyOf(string account) =>
        isShared ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account)).AsSpan(0, KeyBytes)) : account;

    /// <summary>Records what an account spent here; does nothing where hosts share nothing, and for an amount of 0.</summary>
    /// <param name="key">The account, as <see cref="KeyOf"/> returns it.</param>
    /// <param name="amount">0 or more, in the unit of the limit.</param>
    public void Add(string key, long amount)
    {
        if (!isShared || amount == 0)
            return;
        lock (gate)
            spent[key] = spent.GetValueOrDefault(key) + amount;
    }

    /// <summary>Returns what was spent since the last call.</summary>
    internal Dictionary<string, long> TakeSpent()
    {
        lock (gate)
        {
            var taken = spent;
            if (taken.Count > 0)
                spent = new Dictionary<string, long>(StringComparer.Ordinal);
            return taken;
        }
    }

    /// <summary>Counts what another host spent.</summary>
    internal void Count(Dictionary<string, long> amounts, TimeSpan age)
    {
        foreach (var (key, amount) in amounts)
            elsewhere(new SpentElsewhere(key, amount, age));
    }
}
