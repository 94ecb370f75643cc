using System.Globalization;
using NewsBot.Archive.Store;
using Npgsql;

namespace NewsBot.Postgres.Connecting;

/// <summary>Reads the connection string of a PostgreSQL database.</summary>
public static class ConnectionText
{
    /// <summary>Returns what is wrong with a connection string: a fault and a remedy, without its values; null: it can be used.</summary>
    public static (string Fault, string Remedy)? ProblemOf(string connectionString)
    {
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = new NpgsqlConnectionStringBuilder(connectionString);
        }
        // The library's message may repeat a part of the string, and so a password.
        catch (Exception error) when (error is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException)
        {
            return ("is not a connection string of PostgreSQL", "write it like Host=db.example.org;Database=newsbot;Username=newsbot");
        }

        if (string.IsNullOrEmpty(settings.Host))
            return ("names no server", "add Host=, the server's name or the folder of its socket");
        if (string.IsNullOrEmpty(settings.Database))
            return ("names no database", "add Database=, such as Database=newsbot");
        if (string.IsNullOrEmpty(settings.Username))
            return ("names no user", "add Username=, the role that NewsBot signs in as");
        if (settings.TargetSessionAttributes is not null)
            return ("has Target Session Attributes", "remove them: NewsBot finds the primary among several servers");
        return settings.Multiplexing ? ("has Multiplexing, which transactions cannot use", "remove Multiplexing") : null;
    }

    internal static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        if (ProblemOf(connectionString) is var (fault, remedy))
            throw new StoreException(StoreFailure.Unavailable, $"The connection string of the articles {fault}: {remedy}.");
        return new NpgsqlConnectionStringBuilder(connectionString)
        {
            // Messages of the server may quote what was sent to it.
            IncludeErrorDetail = false,
            PersistSecurityInfo = false,
            ApplicationName = "newsbot",
        };
    }

    internal static string Describe(NpgsqlConnectionStringBuilder settings) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"the database {settings.Database} on {settings.Host}:{settings.Port} (user {settings.Username})"
        );
}
