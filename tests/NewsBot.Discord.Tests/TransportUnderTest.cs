using NewsBot.TestSupport;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Discord.Tests;

/// <summary>What the tests run over. The tests of NewsBot.Discord.DiscordNet compile the same classes with another one.</summary>
internal static class TransportUnderTest
{
    public static DiscordTransport Transport => DiscordTransport.Own;

    /// <summary>Heartbeat interval that a test can let pass.</summary>
    public static TimeSpan Beat { get; } = TimeSpan.FromSeconds(40);

    /// <summary>Whether a single shard is named; Discord takes none for the only one.</summary>
    public static bool NamesTheOnlyShard => true;

    /// <summary>Prepares the scripted Discord.</summary>
    public static void Prepare(ScriptedDiscord discord) => discord.Overlooks = body => body;

    /// <summary>Lets a pause of the gateway's connection pass once it has begun.</summary>
    public static async Task PassAsync(FakeTime time, TimeSpan pause)
    {
        await time.TimerOfAsync(pause);
        time.Advance(pause);
    }
}
