using System.Buffers.Binary;
using System.Security.Cryptography;
using NewsBot.Archive.Store;
using NewsBot.Archive.Writing;
using NewsBot.Postgres.Changes;
using NewsBot.Postgres.Connecting;
using NewsBot.Postgres.Tables;
using Npgsql;

namespace NewsBot.Postgres.Transfer;

/// <summary>Copies an archive into an empty one, in one transaction: all of it is there afterwards, or nothing.</summary>
internal static class ArticleTransfer
{
    private const int BatchSize = 500;

    /// <summary>Copies the archive, and compares what arrived with it; copies nothing when the same archive is there already.</summary>
    /// <param name="connection">The connection to the target.</param>
    /// <param name="name">What messages call the target.</param>
    /// <param name="contents">The archive to copy.</param>
    /// <param name="longest">The longest time to wait for other writers.</param>
    /// <param name="progress">Learns how many articles have been read.</param>
    /// <param name="committing">To call just before the commit.</param>
    /// <returns>Whether anything was copied.</returns>
    /// <exception cref="StoreException">The target has other articles, or what arrived differs.</exception>
    public static bool Run(
        NpgsqlConnection connection,
        string name,
        ArchiveContents contents,
        TimeSpan longest,
        Action<int> progress,
        Action committing
    )
    {
        using var transaction = connection.BeginTransaction();
        var before = ArchiveRecord.Lock(connection, longest);
        var isEmpty = before is { LastChange: 0, Count: 0 };
        var tables = new PostgresTables(connection);
        var count = 0;
        byte[] sent;
        using (var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
        {
            foreach (var batch in contents.Articles.Chunk(BatchSize))
            {
                foreach (var row in batch)
                    Add(hash, row.Id, row.Change, row.Hash);
                if (isEmpty)
                    tables.Insert(batch);
                count += batch.Length;
                progress(count);
            }

            sent = hash.GetHashAndReset();
        }

        if (isEmpty)
        {
            CopyRemovals(connection, contents.Removals);
            tables.WriteNames([.. contents.Names], []);
            foreach (var ruling in contents.Rulings)
                tables.Keep(ruling);
        }

        if (!Arrived(connection).AsSpan().SequenceEqual(sent))
            throw new StoreException(
                StoreFailure.NotAnArchive,
                isEmpty
                    ? $"What arrived in {name} differs from the archive, so nothing was copied; check the server's log, and try again."
                    : $"{name} has other articles already, so nothing was copied; name an empty database in Store:ConnectionString."
            );
        if (!isEmpty)
            return false;
        ArchiveRecord.Save(connection, before, contents.State, ChangeListener.Channel);
        committing();
        transaction.Commit();
        return true;
    }

    private static void CopyRemovals(NpgsqlConnection connection, IEnumerable<(long Id, long Change)> removals)
    {
        using var import = connection.BeginBinaryImport("COPY newsbot.removal (id, change) FROM STDIN (FORMAT BINARY)");
        foreach (var (id, change) in removals)
        {
            import.StartRow();
            import.Write(id);
            import.Write(change);
        }

        import.Complete();
    }

    private static byte[] Arrived(NpgsqlConnection connection)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var command = Parameterised.Command(connection, "SELECT id, change, hash FROM newsbot.article ORDER BY id");
        using var reader = command.ExecuteReader();
        while (reader.Read())
            Add(hash, reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2));
        return hash.GetHashAndReset();
    }

    private static void Add(IncrementalHash hash, long id, long change, byte[] article)
    {
        Span<byte> numbers = stackalloc byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(numbers, id);
        BinaryPrimitives.WriteInt64LittleEndian(numbers[8..], change);
        hash.AppendData(numbers);
        hash.AppendData(article);
    }
}
