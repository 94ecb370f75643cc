using NewsBot.Discord.DiscordNet;
using NewsBot.Discord.DiscordNet.Tests;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Discord.Tests;

/// <summary>Discord.Net. Its connection keeps the machine's time, so that its pauses pass by themselves.</summary>
internal static class TransportUnderTest
{
    public static DiscordTransport Transport { get; } = new DiscordNetTransport();

    /// <summary>Short, because it has to be waited for.</summary>
    public static TimeSpan Beat { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Discord.Net names shards from two on.</summary>
    public static bool NamesTheOnlyShard => false;

    public static void Prepare(ScriptedDiscord discord) => discord.Overlooks = LibraryHabits.Without;

    public static Task PassAsync(FakeTime time, TimeSpan pause) => Task.CompletedTask;
}
