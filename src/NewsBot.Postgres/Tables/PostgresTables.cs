using NewsBot.Archive.Lineages;
using NewsBot.Archive.Store;
using NewsBot.Archive.Writing;
using NewsBot.Postgres.Connecting;
using Npgsql;
using NpgsqlTypes;

namespace NewsBot.Postgres.Tables;

/// <summary>Provides the tables of an archive on a connection: within a transaction for writing, which has locked the archive.</summary>
internal sealed class PostgresTables(NpgsqlConnection connection) : IArticleTables
{
    public ArticleRow? Find(long id) =>
        Query($"SELECT {ArticleColumns.WithoutText} FROM newsbot.article WHERE id = $1", ArticleColumns.Read, id).SingleOrDefault();

    public ArticleRow? Find(string source) =>
        Query($"SELECT {ArticleColumns.WithoutText} FROM newsbot.article WHERE key = $1", ArticleColumns.Read, ArticleColumns.Key(source))
            .SingleOrDefault();

    /// <summary>Returns an article that is there, with its text.</summary>
    public StoredArticle Read(long id) =>
        Query($"SELECT {ArticleColumns.All} FROM newsbot.article WHERE id = $1", ArticleColumns.Read, id).Single().ToStored();

    public string TextOf(long id) => Query("SELECT text FROM newsbot.article WHERE id = $1", reader => reader.GetString(0), id).Single();

    public Dictionary<string, KnownArticle> Known(IEnumerable<string> sources)
    {
        var keys = sources.Select(ArticleColumns.Key).ToArray();
        return keys.Length == 0
            ? []
            : Query(
                    "SELECT source, id, hash, folder FROM newsbot.article WHERE key = ANY($1)",
                    reader =>
                        KeyValuePair.Create(
                            reader.GetString(0),
                            new KnownArticle(
                                reader.GetInt64(1),
                                reader.GetFieldValue<byte[]>(2),
                                reader.IsDBNull(3) ? null : reader.GetString(3)
                            )
                        ),
                    (object)keys
                )
                .ToDictionary(StringComparer.Ordinal);
    }

    public void Insert(IReadOnlyList<ArticleRow> rows)
    {
        if (rows.Count > 0)
            ArticleColumns.Copy(connection, rows);
    }

    public void Replace(ArticleRow row) => Update(row, isPlaceOnly: false);

    public void Move(ArticleRow row) => Update(row, isPlaceOnly: true);

    public void SetFolder(long id, string? folder) =>
        Execute(
            "UPDATE newsbot.article SET folder = $2, folder_key = $3 WHERE id = $1",
            id,
            new NpgsqlParameter { Value = (object?)folder ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
            new NpgsqlParameter { Value = folder is null ? DBNull.Value : ArticleColumns.Key(folder), NpgsqlDbType = NpgsqlDbType.Bytea }
        );

    public void Delete(long id, long change) =>
        Execute(
            "WITH gone AS (DELETE FROM newsbot.article WHERE id = $1) INSERT INTO newsbot.removal (id, change) VALUES ($1, $2)",
            id,
            change
        );

    public IReadOnlyList<ArticleRow> Due(long time) =>
        Query($"SELECT {ArticleColumns.WithoutText} FROM newsbot.article WHERE turn <= $1 ORDER BY id", ArticleColumns.Read, time);

    public long? NextTurn(long time) =>
        Query(
                "SELECT min(turn) FROM newsbot.article WHERE turn > $1",
                reader => reader.IsDBNull(0) ? (long?)null : reader.GetInt64(0),
                time
            )
            .Single();

    public Dictionary<long, SharedName> Names(IReadOnlyCollection<long> hashes) =>
        hashes.Count == 0
            ? []
            : Query(
                    "SELECT hash, owners, claims, crowded FROM newsbot.name WHERE hash = ANY($1)",
                    reader => new SharedName(
                        reader.GetInt64(0),
                        reader.GetFieldValue<long[]>(1),
                        reader.GetFieldValue<long[]>(2),
                        reader.GetBoolean(3)
                    ),
                    hashes.ToArray()
                )
                .ToDictionary(name => name.Hash);

    public void WriteNames(IReadOnlyList<SharedName> added, IReadOnlyList<SharedName> changed)
    {
        if (changed.Count > 0)
        {
            using var batch = new NpgsqlBatch(connection);
            foreach (var name in changed)
                batch.BatchCommands.Add(Update(name));
            batch.ExecuteNonQuery();
        }

        if (added.Count == 0)
            return;
        using var import = connection.BeginBinaryImport("COPY newsbot.name (hash, owners, claims, crowded) FROM STDIN (FORMAT BINARY)");
        foreach (var name in added)
        {
            import.StartRow();
            import.Write(name.Hash, NpgsqlDbType.Bigint);
            import.Write(Sorted(name.Owners), NpgsqlDbType.Bigint | NpgsqlDbType.Array);
            import.Write(Sorted(name.Claims), NpgsqlDbType.Bigint | NpgsqlDbType.Array);
            import.Write(name.IsCrowded, NpgsqlDbType.Boolean);
        }

        import.Complete();
    }

    public bool HasRulings() => Query("SELECT EXISTS (SELECT FROM newsbot.ruling)", reader => reader.GetBoolean(0)).Single();

    public IReadOnlyList<Ruling> Rulings(IReadOnlySet<string> sources) =>
        [
            .. Query(
                    "SELECT source, kills, at, by, reason, change, releases FROM newsbot.ruling WHERE key = ANY($1) ORDER BY number",
                    reader => new Ruling(
                        reader.GetString(0),
                        reader.GetBoolean(1),
                        DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)),
                        reader.GetString(3),
                        reader.IsDBNull(4) ? null : reader.GetString(4),
                        reader.GetInt64(5)
                    )
                    {
                        Releases = reader.GetBoolean(6),
                    },
                    sources.Select(ItemNames.Hash).ToArray()
                )
                .Where(ruling => sources.Contains(ruling.Source)),
        ];

    public void Keep(Ruling ruling) =>
        Execute(
            """
            INSERT INTO newsbot.ruling (number, key, source, kills, at, by, reason, change, releases)
            SELECT coalesce(max(number), 0) + 1, $1, $2, $3, $4, $5, $6, $7, $8 FROM newsbot.ruling
            """,
            ItemNames.Hash(ruling.Source),
            ruling.Source,
            ruling.Kills,
            ruling.At.ToUnixTimeMilliseconds(),
            ruling.By,
            new NpgsqlParameter { Value = (object?)ruling.Reason ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
            ruling.Change,
            ruling.Releases
        );

    private void Update(ArticleRow row, bool isPlaceOnly)
    {
        using var command = ArticleColumns.UpdateOf(connection, row, isPlaceOnly);
        command.ExecuteNonQuery();
    }

    private static NpgsqlBatchCommand Update(SharedName name)
    {
        var command = new NpgsqlBatchCommand(
            name.IsUnused
                ? "DELETE FROM newsbot.name WHERE hash = $1"
                : "UPDATE newsbot.name SET owners = $2, claims = $3, crowded = $4 WHERE hash = $1"
        );
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = name.Hash });
        if (name.IsUnused)
            return command;
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = Sorted(name.Owners) });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = Sorted(name.Claims) });
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = name.IsCrowded });
        return command;
    }

    private static long[] Sorted(IEnumerable<long> ids) => [.. ids.Order()];

    private void Execute(string sql, params object[] parameters)
    {
        using var command = Parameterised.Command(connection, sql, parameters);
        command.ExecuteNonQuery();
    }

    private List<T> Query<T>(string sql, Func<NpgsqlDataReader, T> read, params object[] parameters)
    {
        using var command = Parameterised.Command(connection, sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }
}
