namespace NewsBot.CommandLine;

/// <summary>What a verb says whose work is still to come.</summary>
internal static class NotBuiltYet
{
    /// <summary>Says so, and fails.</summary>
    public static async Task<int> SayAsync(Surroundings surroundings, string verb)
    {
        await surroundings.Error.WriteLineAsync($"newsbot {verb} is not built yet.");
        return ExitCode.Failed;
    }
}
