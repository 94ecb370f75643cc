using System.CommandLine;
using NewsBot.Settings;

namespace NewsBot.CommandLine;

/// <summary>Provides what all verbs share: the options for settings, and the reading of the settings before the work.</summary>
internal sealed class VerbFrame(VerbContext context)
{
    /// <summary>Gets where the archive is.</summary>
    public Option<string> Data { get; } =
        new("--data")
        {
            Description = "Data directory; created when missing [default: data]",
            HelpName = "DIR",
            Recursive = true,
        };

    /// <summary>Gets a file of settings.</summary>
    public Option<string> Config { get; } =
        new("--config")
        {
            Description = "Settings file, read after appsettings.json; appsettings.example.json lists the keys",
            HelpName = "FILE",
            Recursive = true,
        };

    /// <summary>Gets the input, output and environment of the process.</summary>
    public VerbContext Context => context;

    /// <summary>Creates a verb that runs with valid settings.</summary>
    /// <param name="verb">The verb with its arguments and options.</param>
    /// <param name="work">The work; returns the exit code.</param>
    /// <param name="overrides">The settings that the options of this verb set.</param>
    public void Run(
        Command verb,
        Func<ParseResult, NewsBotSettings, CancellationToken, Task<int>> work,
        params (string Key, Option<string> Option)[] overrides
    ) =>
        verb.SetAction(
            async (arguments, cancellationToken) =>
            {
                var commandLine = overrides
                    .Append((Key: "DataDirectory", Option: Data))
                    .ToDictionary(pair => pair.Key, pair => arguments.GetValue(pair.Option));
                var (settings, problem) = SettingsLoader.Load(
                    context.WorkingDirectory,
                    arguments.GetValue(Config),
                    context.Environment,
                    commandLine
                );
                if (settings is not null)
                    return await work(arguments, settings, cancellationToken);
                await context.Error.WriteLineAsync(problem!.ToString());
                return ExitCode.WrongUsage;
            }
        );
}
