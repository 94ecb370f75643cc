using NewsBot.Newsroom.State;

namespace NewsBot.Teams.Storage;

/// <summary>Represents the table of conversations that the bot is in.</summary>
internal static class ReferenceRows
{
    public static void Put(StateConnection db, ConversationReference reference) =>
        db.Run(
            """
            INSERT INTO teams_conversations (conversation, kind, service_url, tenant, team, bot, seen) VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (conversation) DO UPDATE SET kind = $2, service_url = $3,
              tenant = COALESCE($4, teams_conversations.tenant), team = COALESCE($5, teams_conversations.team), bot = $6, seen = $7
            """,
            reference.Conversation,
            reference.Kind,
            reference.ServiceUrl,
            reference.TenantId,
            reference.Team,
            reference.Bot,
            reference.Seen
        );

    /// <summary>Deletes a conversation. A team takes its channels with it.</summary>
    public static void Remove(StateConnection db, string conversation)
    {
        db.Run("DELETE FROM teams_conversations WHERE conversation = $1 OR team = $1", conversation);
        db.Run("DELETE FROM teams_welcomed WHERE conversation = $1", conversation);
    }

    public static ConversationReference? Find(StateConnection db, string conversation) =>
        db.Rows(
                "SELECT conversation, kind, service_url, tenant, team, bot, seen FROM teams_conversations WHERE conversation = $1",
                row => new ConversationReference
                {
                    Conversation = row.GetString(0),
                    Kind = row.GetString(1),
                    ServiceUrl = row.GetString(2),
                    TenantId = row.TextOrNull(3),
                    Team = row.TextOrNull(4),
                    Bot = row.GetString(5),
                    Seen = row.Time(6),
                },
                conversation
            )
            .SingleOrDefault();
}
