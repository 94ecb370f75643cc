using System.Text;
using NewsBot.Settings;

namespace NewsBot.CommandLine;

/// <summary>What a verb reads and writes outside of the archive.</summary>
internal sealed record VerbContext
{
    /// <summary>UTF-8 without a byte order mark, whatever the machine's locale is: results are read by programs.</summary>
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Where <c>batch</c> reads its lines from.</summary>
    public required Stream Input { get; init; }

    /// <summary>Results, and nothing else.</summary>
    public required Stream Output { get; init; }

    /// <summary>Progress and logs; written through at once.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether a person watches <see cref="Error"/> on a terminal.</summary>
    public required bool IsErrorTerminal { get; init; }

    /// <summary>Whether a person watches <see cref="Output"/> on a terminal.</summary>
    public required bool IsOutputTerminal { get; init; }

    /// <summary>Absolute; relative paths start here.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>All environment variables.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Those of this process.</summary>
    public static VerbContext OfProcess()
    {
        // A Windows console shows UTF-8 only when told; elsewhere the terminal does anyway.
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = Utf8;
        return new VerbContext
        {
            Input = Console.OpenStandardInput(),
            Output = Console.OpenStandardOutput(),
            Error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true },
            IsErrorTerminal = !Console.IsErrorRedirected,
            IsOutputTerminal = !Console.IsOutputRedirected,
            WorkingDirectory = Directory.GetCurrentDirectory(),
            Environment = SettingsLoader.ProcessEnvironment(),
        };
    }

    /// <summary>A writer of text on <see cref="Output"/>; dispose of it to write the last of it.</summary>
    public StreamWriter OpenText() => new(Output, Utf8, leaveOpen: true) { NewLine = "\n" };
}
