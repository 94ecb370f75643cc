namespace NewsBot.Newsroom.Spending;

/// <summary>Represents what an account spent at another host. Immutable.</summary>
/// <param name="Key">The account, as <see cref="SharedLimit.KeyOf"/> returns it.</param>
/// <param name="Amount">1 or more, in the unit of the limit.</param>
/// <param name="Age">How long ago, zero or more: no longer than since the limit last heard of others.</param>
public readonly record struct SpentElsewhere(string Key, long Amount, TimeSpan Age);
