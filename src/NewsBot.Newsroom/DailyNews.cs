using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Newsroom.Timelines;

namespace NewsBot.Newsroom;

/// <summary>What channels offer besides answers: digests, timelines, and subscriptions to digests. Thread-safe.</summary>
/// <param name="Digests">Writes digests.</param>
/// <param name="Timelines">Writes timelines.</param>
/// <param name="Subscriptions">Understands <c>subscribe</c>, <c>list</c>, <c>change</c> and <c>stop</c>.</param>
/// <param name="Managers">Ids of people who may change the digests of a channel whose owners the bot cannot look up.</param>
public sealed record DailyNews(DigestWriter Digests, TimelineWriter Timelines, SubscriptionCommands Subscriptions, IReadOnlySet<string> Managers)
{
    /// <summary>Who may see what.</summary>
    public DeskList Desks { get; init; } = DeskList.None;
}
