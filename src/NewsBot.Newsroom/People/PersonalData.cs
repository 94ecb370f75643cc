using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NewsBot.Newsroom.State;

namespace NewsBot.Newsroom.People;

/// <summary>
/// Represents one kind of what NewsBot keeps about people, as the SQL that finds and deletes it. In every statement <c>$1</c> is the id,
/// <c>$2</c> the channel, <c>$3</c> a pseudonym, <c>$4</c> the id with its channel, and <c>$5</c> the hash of that. Immutable.
/// </summary>
public sealed record PersonalData
{
    /// <summary>Gets the name of the kind, in exports and counts.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the tables that the statements use.</summary>
    public required IReadOnlyList<StateSchema> Schemas { get; init; }

    /// <summary>Gets the query for the rows of a person.</summary>
    public required string Rows { get; init; }

    /// <summary>Gets what an export has of a row.</summary>
    public required Func<DbDataReader, JsonObject> Export { get; init; }

    /// <summary>Gets the statements that remove the person from these rows, in their order.</summary>
    public required IReadOnlyList<string> Deletion { get; init; }

    /// <summary>Gets the query for ids (with channels) that a name or bare id, <c>$1</c>, may stand for; null for none.</summary>
    public string? Names { get; init; }

    /// <summary>Gets what is left of the rows, and why; null: nothing.</summary>
    public string? Left { get; init; }

    /// <summary>Returns a time as an export has it; null for NULL.</summary>
    public static string? Time(DbDataReader row, int column) =>
        row.TimeOrNull(column)?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Returns the hash that stands for a person where the id itself is not kept.</summary>
    public static byte[] HashOf(string person) => SHA256.HashData(Encoding.UTF8.GetBytes(person));

    /// <summary>Returns the rows of a person.</summary>
    public JsonArray Find(StateConnection db, PersonId person)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(person);
        return new JsonArray([.. db.Rows(Rows, Export, Values(person, ""))]);
    }

    /// <summary>Removes the person from the rows.</summary>
    /// <param name="db">The connection, in a transaction.</param>
    /// <param name="person">The person.</param>
    /// <param name="pseudonym">What stands in place of the person in rows that stay.</param>
    /// <returns>The number of rows that the person had.</returns>
    public int Delete(StateConnection db, PersonId person, string pseudonym)
    {
        var found = Find(db, person).Count;
        foreach (var statement in Deletion)
            db.Run(statement, Values(person, pseudonym));
        return found;
    }

    /// <summary>Returns the ids that a name or a bare id may stand for.</summary>
    public IEnumerable<PersonId> Named(StateConnection db, string name)
    {
        ArgumentNullException.ThrowIfNull(db);
        return Names is null ? [] : db.Rows(Names, row => PersonId.Read(row.GetString(0)), name).OfType<PersonId>();
    }

    private static object?[] Values(PersonId person, string pseudonym)
    {
        var whole = person.ToString();
        return [person.Id, person.Channel, pseudonym, whole, HashOf(whole)];
    }
}
