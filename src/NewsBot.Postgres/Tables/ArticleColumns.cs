using System.Security.Cryptography;
using System.Text;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Writing;
using Npgsql;
using NpgsqlTypes;

namespace NewsBot.Postgres.Tables;

/// <summary>Maps an article to the columns of its table.</summary>
internal static class ArticleColumns
{
    /// <summary>Specifies the column of the text, which is left out where only the place of an article is decided.</summary>
    private const string Text = "text";

    private static readonly Column[] Columns =
    [
        new("id", NpgsqlDbType.Bigint, row => row.Id),
        new("change", NpgsqlDbType.Bigint, row => row.Change, IsPlace: true),
        new("key", NpgsqlDbType.Bytea, row => Key(row.Article.Source)),
        new("hash", NpgsqlDbType.Bytea, row => row.Hash),
        new("source", NpgsqlDbType.Text, row => row.Article.Source),
        new("headline", NpgsqlDbType.Text, row => row.Article.Headline),
        new(Text, NpgsqlDbType.Text, row => row.Article.Text),
        new("published", NpgsqlDbType.Bigint, row => Milliseconds(row.Article.Published)),
        new("author", NpgsqlDbType.Text, row => row.Article.Author),
        new("outlet", NpgsqlDbType.Text, row => row.Article.Outlet),
        new("url", NpgsqlDbType.Text, row => row.Article.Url),
        new("section", NpgsqlDbType.Text, row => row.Article.Section),
        new("language", NpgsqlDbType.Text, row => row.Article.Language),
        new("state", NpgsqlDbType.Integer, row => (int)row.Article.State),
        new("embargo", NpgsqlDbType.Bigint, row => Milliseconds(row.Article.EmbargoedUntil)),
        new("version", NpgsqlDbType.Integer, row => row.Article.Version),
        new("item", NpgsqlDbType.Text, row => row.Article.ItemId),
        new("replaces", NpgsqlDbType.Text, row => row.Article.Replaces),
        new("note", NpgsqlDbType.Text, row => row.Article.StateNote),
        new("from_text", NpgsqlDbType.Boolean, row => row.Article.IsStateReadFromText),
        new("folder", NpgsqlDbType.Text, row => row.Folder),
        new("folder_key", NpgsqlDbType.Bytea, row => row.Folder is { } folder ? Key(folder) : null),
        new("superseded", NpgsqlDbType.Bigint, row => Milliseconds(row.Standing.SupersededFrom), IsPlace: true),
        new("released", NpgsqlDbType.Boolean, row => row.Standing.IsReleased, IsPlace: true),
        new("withdrawn", NpgsqlDbType.Bigint, row => Milliseconds(row.Standing.Withdrawal?.At), IsPlace: true),
        new("withdrawn_reason", NpgsqlDbType.Text, row => row.Standing.Withdrawal?.Reason, IsPlace: true),
        new("withdrawn_by", NpgsqlDbType.Text, row => row.Standing.Withdrawal?.By, IsPlace: true),
        new("withdrawn_version", NpgsqlDbType.Integer, row => row.Standing.Withdrawal?.Version, IsPlace: true),
        new("withdrawn_change", NpgsqlDbType.Bigint, row => row.Standing.Withdrawal?.Change, IsPlace: true),
        new("stage", NpgsqlDbType.Integer, row => (int)row.Stage, IsPlace: true),
        new("held", NpgsqlDbType.Boolean, row => row.IsHeld, IsPlace: true),
        new("turn", NpgsqlDbType.Bigint, row => row.Turn, IsPlace: true),
        new("arrived", NpgsqlDbType.Bigint, row => row.Arrived, IsPlace: true),
        new("shown", NpgsqlDbType.Bigint, row => row.Shown, IsPlace: true),
        new("earlier_of", NpgsqlDbType.Text, row => row.EarlierOf),
        new("earlier", NpgsqlDbType.Integer, row => row.Earlier),
    ];

    private static readonly Dictionary<string, int> Places = Columns
        .Select((column, place) => (column.Name, place))
        .ToDictionary(column => column.Name, column => column.place, StringComparer.Ordinal);

    /// <summary>Gets the columns in the order that <see cref="Read"/> expects.</summary>
    public static string All { get; } = string.Join(", ", Columns.Select(column => column.Name));

    /// <summary>Gets the same columns, with an empty text.</summary>
    public static string WithoutText { get; } =
        string.Join(", ", Columns.Select(column => column.Name == Text ? "'' AS text" : column.Name));

    private static string ReplaceSql { get; } = Update(Columns[1..]);

    private static string MoveSql { get; } = Update([.. Columns.Where(column => column.IsPlace)]);

    /// <summary>Returns the key that a source or a folder is looked up by.</summary>
    public static byte[] Key(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name));

    /// <summary>Adds articles in one round trip.</summary>
    public static void Copy(NpgsqlConnection connection, IEnumerable<ArticleRow> rows)
    {
        using var import = connection.BeginBinaryImport($"COPY newsbot.article ({All}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            import.StartRow();
            foreach (var column in Columns)
            {
                if (column.Value(row) is { } value)
                    import.Write(value, column.Type);
                else
                    import.WriteNull();
            }
        }

        import.Complete();
    }

    /// <summary>Returns the command that replaces an article, or only its place.</summary>
    public static NpgsqlCommand UpdateOf(NpgsqlConnection connection, ArticleRow row, bool isPlaceOnly)
    {
        var command = new NpgsqlCommand(isPlaceOnly ? MoveSql : ReplaceSql, connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = row.Id });
        foreach (var column in Columns[1..].Where(column => !isPlaceOnly || column.IsPlace))
            command.Parameters.Add(new NpgsqlParameter { Value = column.Value(row) ?? DBNull.Value, NpgsqlDbType = column.Type });
        return command;
    }

    /// <summary>Reads an article from the columns <see cref="All"/> or <see cref="WithoutText"/>.</summary>
    public static ArticleRow Read(NpgsqlDataReader reader)
    {
        return new ArticleRow
        {
            Id = reader.GetInt64(Places["id"]),
            Change = reader.GetInt64(Places["change"]),
            Hash = reader.GetFieldValue<byte[]>(Places["hash"]),
            Folder = Str("folder"),
            Article = new Article
            {
                Source = Str("source")!,
                Headline = Str("headline")!,
                Text = Str(Text)!,
                Published = Time("published"),
                Author = Str("author"),
                Outlet = Str("outlet"),
                Url = Str("url"),
                Section = Str("section"),
                Language = Str("language"),
                State = (ArticleState)reader.GetInt32(Places["state"]),
                EmbargoedUntil = Time("embargo"),
                Version = Int("version"),
                ItemId = Str("item"),
                Replaces = Str("replaces"),
                StateNote = Str("note"),
                IsStateReadFromText = reader.GetBoolean(Places["from_text"]),
            },
            Standing = StandingOf(),
            Stage = (ArticleStage)reader.GetInt32(Places["stage"]),
            Turn = Long("turn"),
            Arrived = reader.GetInt64(Places["arrived"]),
            Shown = reader.GetInt64(Places["shown"]),
            EarlierOf = Str("earlier_of"),
            Earlier = reader.GetInt32(Places["earlier"]),
        };

        ArticleStanding StandingOf()
        {
            var standing = new ArticleStanding
            {
                SupersededFrom = Time("superseded"),
                IsReleased = reader.GetBoolean(Places["released"]),
                Withdrawal = Time("withdrawn") is not { } at
                    ? null
                    : new Withdrawal(
                        at,
                        Str("withdrawn_reason"),
                        Str("withdrawn_by"),
                        Int("withdrawn_version"),
                        reader.GetInt64(Places["withdrawn_change"])
                    ),
            };
            return standing == ArticleStanding.Alone ? ArticleStanding.Alone : standing;
        }

        string? Str(string name) => reader.IsDBNull(Places[name]) ? null : reader.GetString(Places[name]);

        int? Int(string name) => reader.IsDBNull(Places[name]) ? null : reader.GetInt32(Places[name]);

        long? Long(string name) => reader.IsDBNull(Places[name]) ? null : reader.GetInt64(Places[name]);

        DateTimeOffset? Time(string name) => Long(name) is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null;
    }

    private static long? Milliseconds(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();

    private static string Update(IEnumerable<Column> columns) =>
        $"UPDATE newsbot.article SET {string.Join(", ", columns.Select((column, at) => $"{column.Name} = ${at + 2}"))} WHERE id = $1";

    /// <summary>Represents a column.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="Type">The type.</param>
    /// <param name="Value">Returns its value for an article; null stands for NULL.</param>
    /// <param name="IsPlace">Whether it belongs to the place of an article among the versions of its item.</param>
    private sealed record Column(string Name, NpgsqlDbType Type, Func<ArticleRow, object?> Value, bool IsPlace = false);
}
