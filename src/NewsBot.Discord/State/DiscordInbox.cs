using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.Diagnostics;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom.State;

namespace NewsBot.Discord.State;

/// <summary>
/// Keeps interactions from their acknowledgement to their answer. What a host that died had promised to answer is answered after its
/// restart, or before by another host that shares the state. Thread-safe; a completed task has been written.
/// </summary>
internal sealed class DiscordInbox(StateDatabase database, TimeProvider time)
{
    /// <summary>Specifies for how long a host that does not say more has an interaction to itself.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    /// <summary>Specifies how often an interaction is begun: one that ends the process each time must not end it for ever.</summary>
    public const int MostTries = 3;

    /// <summary>Specifies how long an acknowledgement, which is due after 3 seconds, waits until the interaction is stored.</summary>
    private static readonly TimeSpan StoredWithin = TimeSpan.FromSeconds(1.5);

    private const string DeleteOld = "DELETE FROM discord_inbox WHERE at < $1";

    private readonly string host = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<long, bool> working = new();
    private volatile bool isFailing;

    /// <summary>Gets a value indicating whether other hosts take up what this one leaves.</summary>
    public bool IsShared => database.IsShared;

    /// <summary>Adds an interaction that this host answers.</summary>
    /// <returns>False: it is there already, and somebody answers it.</returns>
    /// <exception cref="Archive.Store.StoreException">It cannot be stored.</exception>
    public async Task<bool> AddAsync(InteractionJson interaction, Snowflake person, CancellationToken cancellationToken)
    {
        var id = (long)interaction.Id.Value;
        var content = JsonSerializer.Serialize(interaction, DiscordJson.Default.InteractionJson);
        var now = time.GetUtcNow();
        working[id] = true;
        try
        {
            var added = await database.WriteAsync(
                connection =>
                    connection.Run(
                        """
                        INSERT INTO discord_inbox (id, content, person, at, host, held_until, tries) VALUES ($1, $2, $3, $4, $5, $6, 1)
                        ON CONFLICT (id) DO NOTHING
                        """,
                        id,
                        content,
                        person.ToString(),
                        now,
                        host,
                        now + Lease
                    ),
                cancellationToken
            );
            if (added == 0)
                working.TryRemove(id, out _);
            return added > 0;
        }
        catch
        {
            working.TryRemove(id, out _);
            throw;
        }
    }

    /// <summary>Adds an interaction, if that can be done before its acknowledgement is due; logs once when it cannot.</summary>
    /// <returns>As <see cref="AddAsync"/>; null: it cannot be stored, or not soon enough.</returns>
    public async Task<bool?> TryAddAsync(InteractionJson interaction, Snowflake person, ILogger log, CancellationToken cancellationToken)
    {
        try
        {
            var isNew = await AddAsync(interaction, person, cancellationToken).WaitAsync(StoredWithin, time, cancellationToken);
            if (isFailing)
                Log.KeptAgain(log);
            isFailing = false;
            return isNew;
        }
#pragma warning disable CA1031 // Whatever is wrong with the inbox, the person who asked is worth more.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            // Once for each outage.
            if (!isFailing)
                Log.NotKept(log, failure.Message);
            isFailing = true;
            return null;
        }
    }

    /// <summary>Removes an interaction that is answered, or to which nothing more can be said.</summary>
    public async Task RemoveAsync(Snowflake interaction, CancellationToken cancellationToken)
    {
        var id = (long)interaction.Value;
        // A host that was taken for dead must not remove what another one is answering now.
        await database.WriteAsync(
            connection => connection.Run("DELETE FROM discord_inbox WHERE id = $1 AND host = $2", id, host),
            cancellationToken
        );
        working.TryRemove(id, out _);
    }

    /// <summary>Leaves an interaction unanswered: whichever host looks when the lease has ended tries again.</summary>
    public void Leave(Snowflake interaction) => working.TryRemove((long)interaction.Value, out _);

    /// <summary>Leaves everything to the other hosts, at once.</summary>
    public Task LeaveAllAsync(CancellationToken cancellationToken)
    {
        working.Clear();
        return database.WriteAsync(
            connection => connection.Run("UPDATE discord_inbox SET held_until = 0 WHERE host = $1", host),
            cancellationToken
        );
    }

    /// <summary>Forgets what is too old for an answer, as on a host that never came back.</summary>
    /// <param name="longest">The age from which nobody can be answered any more.</param>
    /// <param name="cancellationToken">Does not undo what has begun.</param>
    public Task ForgetAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - longest;
        return database.WriteAsync(connection => connection.Run(DeleteOld, before), cancellationToken);
    }

    /// <summary>
    /// Extends the leases of what this host works on, and returns what was left: by itself, by a host whose lease has ended, or, where no
    /// other host shares the state, by an earlier process.
    /// </summary>
    /// <param name="longest">The age from which nobody can be answered any more; older interactions are dropped.</param>
    /// <param name="cancellationToken">Does not undo what has begun.</param>
    public async Task<IReadOnlyList<LeftInteraction>> TakeUpAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // Most of the time there is nothing to write.
        var isDue = await database.ReadAsync(
            connection => connection.Rows(Due, row => row.GetInt64(0), host, now, now + (Lease / 2)).Count > 0,
            cancellationToken
        );
        if (!isDue)
            return [];
        var left = await database.WriteAsync(connection => TakeUp(connection, now, longest), cancellationToken);
        foreach (var one in left)
            working[(long)one.Interaction.Id.Value] = true;
        return left;
    }

    // A file has one host, and what names another one is its own from before a restart.
    private string Due =>
        IsShared
            ? "SELECT id FROM discord_inbox WHERE held_until < $2 OR host = $1 AND held_until < $3"
            : "SELECT id FROM discord_inbox WHERE host <> $1 AND $2 < $3";

    private List<LeftInteraction> TakeUp(StateConnection connection, DateTimeOffset now, TimeSpan longest)
    {
        connection.Run(DeleteOld, now - longest);
        var left = new List<LeftInteraction>();
        foreach (var id in connection.Rows(Due, row => row.GetInt64(0), host, now, now + (Lease / 2)))
        {
            var isLeft = !working.ContainsKey(id);
            connection.Run(
                "UPDATE discord_inbox SET host = $1, held_until = $2, tries = tries + $3 WHERE id = $4",
                host,
                now + Lease,
                isLeft ? 1 : 0,
                id
            );
            if (isLeft)
                left.AddRange(connection.Rows("SELECT content, at, tries FROM discord_inbox WHERE id = $1", row => Read(row, now), id));
        }

        return left;
    }

    private static LeftInteraction Read(System.Data.Common.DbDataReader row, DateTimeOffset now) =>
        new(
            JsonSerializer.Deserialize(row.GetString(0), DiscordJson.Default.InteractionJson)!,
            now - row.Time(1),
            IsGivenUp: row.GetInt32(2) > MostTries
        );
}
