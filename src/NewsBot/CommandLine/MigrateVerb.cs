using System.CommandLine;
using NewsBot.Archive.LiteDb;
using NewsBot.Archive.Store;
using NewsBot.Migrating;
using NewsBot.Newsroom.State;
using NewsBot.Opening;
using NewsBot.Postgres;
using NewsBot.Postgres.Transfer;
using NewsBot.Settings;
using NewsBot.Text;

namespace NewsBot.CommandLine;

/// <summary>Provides <c>migrate --to postgres</c>: copies articles and state from a data directory to PostgreSQL.</summary>
internal static class MigrateVerb
{
    private const string Postgres = "postgres";

    /// <summary>Creates the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var to = new Option<string>("--to") { Description = "Where to: postgres, the database of Store:ConnectionString", Required = true };
        to.AcceptOnlyFromAmong(Postgres);
        var verb = new Command(
            "migrate",
            "Copies the articles and the state of a data directory into an empty database, and compares what arrived. Stop NewsBot first. "
                + "The directory stays as it is; a run that was interrupted is repeated."
        )
        {
            to,
        };
        verb.Examples("newsbot migrate --to postgres --data /var/lib/newsbot");
        frame.Run(
            verb,
            async (_, settings, cancellationToken) =>
            {
                if (settings.Store.ConnectionString is not { } connectionString)
                    throw new StoreException(
                        StoreFailure.Unavailable,
                        "The settings name no database: set Store:Provider to Postgres and Store:ConnectionString, as the host will have them."
                    );
                var archive = Path.Combine(settings.DataDirectory, OpenArchive.FileName);
                var hasState = File.Exists(settings.StateFile);
                if (!File.Exists(archive) && !hasState)
                    throw new StoreException(
                        StoreFailure.NotAnArchive,
                        $"{settings.DataDirectory} has nothing to copy; name NewsBot's data directory with --data."
                    );
                if (StateCopy.IsInUse(settings.StateFile))
                    throw new StoreException(StoreFailure.Busy, $"A NewsBot is using {settings.DataDirectory}; stop it first.");
                await using var output = frame.Context.OpenText();
                if (File.Exists(archive))
                    await output.WriteLineAsync(await CopyArticlesAsync(archive, connectionString, frame, cancellationToken));
                if (hasState)
                    await output.WriteLineAsync(await CopyStateAsync(settings, cancellationToken));
                await output.WriteLineAsync("The next start builds the index of this host.");
                return ExitCode.Done;
            }
        );
        return verb;
    }

    private static async Task<string> CopyArticlesAsync(
        string archive,
        string connectionString,
        VerbFrame frame,
        CancellationToken cancellationToken
    )
    {
        await Takeover.RunAsync(archive, frame.Context.Error, cancellationToken);
        await using var source = await LiteDbArticleStore.OpenAsync(archive, cancellationToken);
        await using var target = await PostgresArticleStore.OpenAsync(connectionString, new PostgresStoreOptions(), cancellationToken);
        var told = 0;
        var isCopied = await target.TakeFromAsync(
            source,
            count =>
            {
                if (count - told < 5000)
                    return;
                told = count;
                frame.Context.Error.WriteLine($"{PlainText.Count(count, "article")} so far");
            },
            cancellationToken
        );
        var articles = PlainText.Count(await target.CountAsync(cancellationToken), "article");
        return isCopied ? $"{articles} copied and compared" : $"{articles} were there already, and are the same";
    }

    private static async Task<string> CopyStateAsync(NewsBotSettings settings, CancellationToken cancellationToken)
    {
        // Brings the tables of an earlier version up to date.
        await using (StateDatabase.Open(settings.StateFile, AllState.Schemas)) { }

        await using var target = OpenState.Open(settings, AllState.Schemas);
        var (rows, isCopied) = await StateTransfer.RunAsync(settings.StateFile, target, cancellationToken);
        var count =
            $"{PlainText.Count(rows.Values.Sum(), "row")} of {PlainText.Count(rows.Count(table => table.Value > 0), "table")} of the state";
        return isCopied ? $"{count} copied and compared" : $"{count} were there already, and are the same";
    }
}
