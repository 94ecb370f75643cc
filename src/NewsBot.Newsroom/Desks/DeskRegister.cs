using NewsBot.Newsroom.People;
using NewsBot.Newsroom.State;

namespace NewsBot.Newsroom.Desks;

/// <summary>
/// Keeps the desks of the settings together with the conversations and people that commands put on them. Thread-safe; several hosts may
/// have the database open.
/// </summary>
public sealed class DeskRegister
{
    private readonly StateDatabase database;
    private volatile DeskList current;

    /// <summary>Reads what commands have changed before, so that nobody sees too much until then.</summary>
    /// <param name="defined">The desks of the settings.</param>
    /// <param name="database">A database opened with <see cref="Schema"/>; not disposed of.</param>
    /// <exception cref="Archive.Store.StoreException">The database cannot be read.</exception>
    public DeskRegister(DeskList defined, StateDatabase database)
    {
        ArgumentNullException.ThrowIfNull(defined);
        ArgumentNullException.ThrowIfNull(database);
        Defined = defined;
        this.database = database;
        current = defined.With(database.ReadAsync(Read, CancellationToken.None).GetAwaiter().GetResult());
    }

    /// <summary>Gets the table that the register needs.</summary>
    public static StateSchema Schema { get; } =
        new()
        {
            Feature = "desks",
            Steps =
            [
                """
                    CREATE TABLE desk_assignment (
                      id TEXT NOT NULL, is_person INTEGER NOT NULL, desk TEXT NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL,
                      PRIMARY KEY (id, is_person)) WITHOUT ROWID;
                    """,
            ],
            PostgresSteps =
            [
                """
                    CREATE TABLE desk_assignment (
                      id TEXT NOT NULL, is_person BIGINT NOT NULL, desk TEXT NOT NULL, by TEXT NOT NULL, at BIGINT NOT NULL,
                      PRIMARY KEY (id, is_person));
                    """,
            ],
        };

    /// <summary>Gets what commands have recorded about people.</summary>
    public static PersonalData PersonalData { get; } =
        new()
        {
            Kind = "desks",
            Schemas = [Schema],
            Rows = "SELECT at, id, is_person, desk FROM desk_assignment WHERE (is_person = 1 AND id = $1) OR by = $1 ORDER BY at",
            Export = row =>
                new()
                {
                    ["at"] = PersonalData.Time(row, 0),
                    ["id"] = row.GetString(1),
                    ["isPerson"] = row.Flag(2),
                    ["desk"] = row.GetString(3),
                },
            Deletion = ["UPDATE desk_assignment SET by = $3 WHERE by = $1"],
            Left = "a person's own desk, so that they see no more than before, and what they set for others, without their id",
        };

    /// <summary>Gets the desks of the settings.</summary>
    public DeskList Defined { get; }

    /// <summary>Gets the desks as the settings and commands have them.</summary>
    public DeskList Current => current;

    /// <summary>Puts a conversation or a person on a desk, in place of the one before.</summary>
    public Task AssignAsync(DeskAssignment assignment, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        return ChangeAsync(
            db =>
                db.Run(
                    """
                    INSERT INTO desk_assignment (id, is_person, desk, by, at) VALUES ($1, $2, $3, $4, $5)
                    ON CONFLICT (id, is_person) DO UPDATE SET desk = excluded.desk, by = excluded.by, at = excluded.at
                    """,
                    assignment.Id,
                    assignment.IsPerson ? 1L : 0L,
                    assignment.Desk,
                    assignment.By,
                    assignment.At
                ),
            cancellationToken
        );
    }

    /// <summary>Takes a conversation or a person off the desk that a command put them on; returns false if none did.</summary>
    public async Task<bool> ClearAsync(string id, bool isPerson, CancellationToken cancellationToken) =>
        await ChangeAsync(
                db => db.Run("DELETE FROM desk_assignment WHERE id = $1 AND is_person = $2", id, isPerson ? 1L : 0L),
                cancellationToken
            )
            .ConfigureAwait(false) > 0;

    /// <summary>Takes over what other hosts have changed.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken) =>
        current = Defined.With(await database.ReadAsync(Read, cancellationToken).ConfigureAwait(false));

    private async Task<int> ChangeAsync(Func<StateConnection, int> change, CancellationToken cancellationToken)
    {
        var (changed, assignments) = await database.WriteAsync(db => (change(db), Read(db)), cancellationToken).ConfigureAwait(false);
        current = Defined.With(assignments);
        return changed;
    }

    private static IReadOnlyList<DeskAssignment> Read(StateConnection db) =>
        db.Rows(
            "SELECT id, is_person, desk, by, at FROM desk_assignment ORDER BY at, id",
            row => new DeskAssignment(row.GetString(0), row.Flag(1), row.GetString(2), row.GetString(3), row.Time(4))
        );
}
