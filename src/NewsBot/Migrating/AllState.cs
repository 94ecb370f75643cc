using NewsBot.Arriving;
using NewsBot.Newsroom.Spending;
using NewsBot.Newsroom.State;
using NewsBot.People;
using NewsBot.SignIn;

namespace NewsBot.Migrating;

/// <summary>Provides the tables of every feature, which a copy of the whole state needs.</summary>
internal static class AllState
{
    /// <summary>Gets the tables.</summary>
    public static IReadOnlyList<StateSchema> Schemas { get; } =
    [.. PersonalRecords.Schemas, FeedStates.Schema, SharedKeyRing.Schema, SharedSpending.Schema];
}
