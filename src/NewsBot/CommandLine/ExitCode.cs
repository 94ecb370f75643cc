namespace NewsBot.CommandLine;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The work failed, or was stopped; standard error says why.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage: arguments or settings that cannot be used.</summary>
    public const int WrongUsage = 2;
}
