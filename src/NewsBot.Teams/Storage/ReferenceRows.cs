using Microsoft.Data.Sqlite;

namespace NewsBot.Teams.Storage;

/// <summary>The table of conversations that the bot is in.</summary>
internal static class ReferenceRows
{
    public static void Put(SqliteConnection db, ConversationReference reference) => db.Run(
        """
        INSERT INTO conversations (conversation, kind, service_url, tenant, person, person_object, team, name, bot, seen) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (conversation) DO UPDATE SET kind = $2, service_url = $3, tenant = COALESCE($4, tenant), person = COALESCE($5, person),
            person_object = COALESCE($6, person_object), team = COALESCE($7, team), name = COALESCE($8, name), bot = $9, seen = $10
        """,
        reference.Conversation, reference.Kind, reference.ServiceUrl, reference.TenantId, reference.Person, reference.PersonObjectId, reference.Team, reference.Name, reference.Bot, reference.Seen);

    /// <summary>A team that the bot leaves takes its channels along.</summary>
    public static void Remove(SqliteConnection db, string conversation)
    {
        db.Run("DELETE FROM conversations WHERE conversation = $1 OR team = $1", conversation);
        db.Run("DELETE FROM welcomed WHERE conversation = $1", conversation);
    }

    public static ConversationReference? Find(SqliteConnection db, string conversationOrPerson) => db.Rows(
        """
        SELECT conversation, kind, service_url, tenant, person, person_object, team, name, bot, seen FROM conversations
        WHERE conversation = $1 OR person = $1 OR person_object = $1 ORDER BY conversation = $1 DESC, seen DESC LIMIT 1
        """,
        row => new ConversationReference
        {
            Conversation = row.GetString(0),
            Kind = row.GetString(1),
            ServiceUrl = row.GetString(2),
            TenantId = row.Text(3),
            Person = row.Text(4),
            PersonObjectId = row.Text(5),
            Team = row.Text(6),
            Name = row.Text(7),
            Bot = row.GetString(8),
            Seen = row.Time(9),
        },
        conversationOrPerson).FirstOrDefault();
}
