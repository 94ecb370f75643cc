using System.CommandLine;
using NewsBot.Settings;

namespace NewsBot.CommandLine;

/// <summary>What all verbs share: the options that name settings, and reading the settings before the work.</summary>
internal sealed class VerbFrame(VerbContext context)
{
    /// <summary>Where the archive is.</summary>
    public Option<string> Data { get; } =
        new("--data")
        {
            Description = "Folder of the archive; made when missing [default: data]",
            HelpName = "DIR",
            Recursive = true,
        };

    /// <summary>A file of settings.</summary>
    public Option<string> Config { get; } =
        new("--config")
        {
            Description = "File of settings, read after appsettings.json; appsettings.example.json lists the keys",
            HelpName = "FILE",
            Recursive = true,
        };

    /// <summary>Input, output and the rest of the process.</summary>
    public VerbContext Context => context;

    /// <summary>Makes a verb that runs with valid settings.</summary>
    /// <param name="verb">The verb with its arguments and options.</param>
    /// <param name="work">The work; returns the exit code.</param>
    /// <param name="overrides">Settings that options of this verb stand for.</param>
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
