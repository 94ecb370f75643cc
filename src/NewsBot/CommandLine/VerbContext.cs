using System.Text;
using NewsBot.Newsroom.Audit;
using NewsBot.Settings;

namespace NewsBot.CommandLine;

/// <summary>Represents a verb's input and output outside the archive.</summary>
internal sealed record VerbContext
{
    /// <summary>Represents UTF-8 without a byte order mark, whatever the machine's locale: programs read the results.</summary>
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Gets the input from which <c>batch</c> reads its lines.</summary>
    public required Stream Input { get; init; }

    /// <summary>Gets the output for results, and nothing else.</summary>
    public required Stream Output { get; init; }

    /// <summary>Gets the output for progress and logs; flushed at once.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Gets a value indicating whether a person watches <see cref="Error"/> on a terminal.</summary>
    public required bool IsErrorTerminal { get; init; }

    /// <summary>Gets a value indicating whether a person watches <see cref="Output"/> on a terminal.</summary>
    public required bool IsOutputTerminal { get; init; }

    /// <summary>Gets the working directory as an absolute path; relative paths start here.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Gets all environment variables.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Gets the name under which decisions of this person are recorded.</summary>
    public string UserName => Environment.GetValueOrDefault("USER") ?? Environment.GetValueOrDefault("USERNAME") ?? "command line";

    /// <summary>Gets this person as the audit log names them.</summary>
    public AuditActor Actor => new(AuditActor.CommandLine, null, UserName);

    /// <summary>Creates the context of this process.</summary>
    public static VerbContext OfProcess()
    {
        // A Windows console shows UTF-8 only on request; elsewhere the terminal decides.
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

    /// <summary>Says on <see cref="Error"/> why a verb fails, and returns its exit code.</summary>
    public async Task<int> FailAsync(string reason, int code = ExitCode.Failed)
    {
        await Error.WriteLineAsync(reason);
        return code;
    }

    /// <summary>Returns a writer of text to <see cref="Output"/>; dispose of it to flush it.</summary>
    public StreamWriter OpenText() => new(Output, Utf8, leaveOpen: true) { NewLine = "\n" };
}
