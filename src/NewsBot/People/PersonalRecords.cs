using System.Text.Json.Nodes;
using NewsBot.Access;
using NewsBot.Discord;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Conversations;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.People;
using NewsBot.Newsroom.State;
using NewsBot.Teams;

namespace NewsBot.People;

/// <summary>Finds and deletes everything that the state database has about one person. Thread-safe.</summary>
/// <param name="state">A database opened with <see cref="Schemas"/>; not disposed of.</param>
internal sealed class PersonalRecords(StateDatabase state)
{
    /// <summary>Gets every kind of record, in the order of exports. Keys come before the log, which knows them by name.</summary>
    public static IReadOnlyList<PersonalData> Kinds { get; } =
    [
        ConversationMemory.PersonalData,
        .. TeamsServices.PersonalData,
        .. DiscordServices.PersonalData,
        FeedbackStore.PersonalData,
        AlertStore.PersonalData,
        DeskRegister.PersonalData,
        ApiKeys.PersonalData,
        AuditTable.PersonalData,
    ];

    /// <summary>Gets the tables of all kinds.</summary>
    public static IReadOnlyList<StateSchema> Schemas { get; } = [.. Kinds.SelectMany(kind => kind.Schemas).Distinct()];

    /// <summary>Returns the people whom a text may stand for: the one whose id it is, or all with this name or bare id.</summary>
    public async Task<IReadOnlyList<PersonId>> ResolveAsync(string who, CancellationToken cancellationToken) =>
        PersonId.Read(who) is { } person
            ? [person]
            : await state.ReadAsync<IReadOnlyList<PersonId>>(
                db => [.. Kinds.SelectMany(kind => kind.Named(db, who)).Distinct().OrderBy(id => id.ToString(), StringComparer.Ordinal)],
                cancellationToken
            );

    /// <summary>Returns everything about a person, by kind, as of one moment.</summary>
    public Task<JsonObject> ExportAsync(PersonId person, CancellationToken cancellationToken) =>
        // A write transaction: otherwise each query could see another moment.
        state.WriteAsync(
            db => new JsonObject(Kinds.Select(kind => KeyValuePair.Create<string, JsonNode?>(kind.Kind, kind.Find(db, person)))),
            cancellationToken
        );

    /// <summary>Deletes everything about a person, or nothing if that fails.</summary>
    /// <returns>How many records of each kind there were.</returns>
    public Task<IReadOnlyList<(PersonalData Kind, int Records)>> DeleteAsync(PersonId person, CancellationToken cancellationToken)
    {
        // Random, so that nobody can find out whose it was.
        var pseudonym = $"deleted:{Guid.NewGuid():N}";
        return state.WriteAsync<IReadOnlyList<(PersonalData Kind, int Records)>>(
            db =>
            {
                db.EraseDeleted();
                return [.. Kinds.Select(kind => (kind, kind.Delete(db, person, pseudonym)))];
            },
            cancellationToken
        );
    }
}
