using System.CommandLine;
using System.Globalization;
using NewsBot.Archive.Store;
using NewsBot.Backups;
using NewsBot.Settings;
using NewsBot.Text;

namespace NewsBot.CommandLine;

/// <summary>Provides <c>backup create</c>, <c>backup verify</c> and <c>backup restore</c>.</summary>
internal static class BackupVerb
{
    /// <summary>Creates the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var verb = new Command("backup", "Writes the articles and the state to one file while NewsBot runs, and restores them.")
        {
            CreateCreate(frame),
            CreateVerify(frame),
            CreateRestore(frame),
        };
        verb.Examples(
            "newsbot backup create /backups/newsbot.zip --data /var/lib/newsbot",
            "newsbot backup verify /backups/newsbot.zip",
            "newsbot backup restore /backups/newsbot.zip --data /var/lib/newsbot"
        );
        return verb;
    }

    private static Command CreateCreate(VerbFrame frame)
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "The file to write [default: newsbot-DAY-TIME.zip in the working directory]",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var verb = new Command("create", "Writes a backup. NewsBot may run; answers wait while the articles are copied.") { file };
        frame.Run(
            verb,
            async (arguments, settings, cancellationToken) =>
            {
                var time = TimeProvider.System;
                var name =
                    arguments.GetValue(file)
                    ?? string.Create(CultureInfo.InvariantCulture, $"newsbot-{time.GetUtcNow():yyyy-MM-dd-HHmmss}.zip");
                var target = Path.GetFullPath(name, frame.Context.WorkingDirectory);
                if (settings.Store.Provider == StoreProvider.Postgres)
                    throw new StoreException(
                        StoreFailure.NotAnArchive,
                        "Articles and state are in PostgreSQL: back up that database, for example with pg_dump --format=custom."
                    );
                var manifest = await BackupWriter.WriteAsync(settings.DataDirectory, target, time, cancellationToken);
                await SayAsync(frame, $"{target}: {Contents(manifest)}");
                return ExitCode.Done;
            }
        );
        return verb;
    }

    private static Command CreateVerify(VerbFrame frame)
    {
        var file = File("The backup to read");
        var verb = new Command("verify", "Reads a whole backup and compares it with its checksums.") { file };
        frame.Run(
            verb,
            async (arguments, _, cancellationToken) =>
            {
                var backup = Path.GetFullPath(arguments.GetValue(file)!, frame.Context.WorkingDirectory);
                var manifest = await BackupReader.VerifyAsync(backup, cancellationToken);
                await SayAsync(frame, $"{backup} is complete: {Contents(manifest)}");
                return ExitCode.Done;
            }
        );
        return verb;
    }

    private static Command CreateRestore(VerbFrame frame)
    {
        var file = File("The backup to restore");
        var replace = new Option<bool>("--replace") { Description = "Move an archive that is there into a folder of its own" };
        var verb = new Command("restore", "Restores a backup into the data directory; stop NewsBot first.") { file, replace };
        frame.Run(
            verb,
            async (arguments, settings, cancellationToken) =>
            {
                var manifest = await BackupReader.RestoreAsync(
                    Path.GetFullPath(arguments.GetValue(file)!, frame.Context.WorkingDirectory),
                    settings.DataDirectory,
                    arguments.GetValue(replace),
                    TimeProvider.System,
                    cancellationToken
                );
                await SayAsync(frame, $"Restored into {settings.DataDirectory}: {Contents(manifest)}. The next start builds the index.");
                return ExitCode.Done;
            }
        );
        return verb;
    }

    private static Argument<string> File(string description) => new("FILE") { Description = description };

    private static string Contents(BackupManifest manifest) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{PlainText.Count(manifest.Articles, "article")}, {string.Join(" and ", manifest.Files.Select(file => file.Name))}, as of {manifest.Created:d MMMM yyyy HH:mm} UTC"
        );

    private static async Task SayAsync(VerbFrame frame, string line)
    {
        await using var output = frame.Context.OpenText();
        await output.WriteLineAsync(line);
    }
}
