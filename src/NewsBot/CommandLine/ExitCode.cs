namespace NewsBot.CommandLine;

/// <summary>Specifies the exit codes of the process.</summary>
internal static class ExitCode
{
    /// <summary>Specifies success.</summary>
    public const int Done = 0;

    /// <summary>Specifies that the work failed or was stopped; standard error has the reason.</summary>
    public const int Failed = 1;

    /// <summary>Specifies wrong usage: arguments or settings that cannot be used.</summary>
    public const int WrongUsage = 2;
}
