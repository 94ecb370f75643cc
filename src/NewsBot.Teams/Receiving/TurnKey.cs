using System.Security.Cryptography;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Receiving;

/// <summary>The key by which a redelivered message is known.</summary>
internal static class TurnKey
{
    /// <summary>
    /// Ids of messages are unique within a conversation only, and an edit carries the id of the edited message, so the key holds type,
    /// conversation and id, and for an edit the time. A message without an id is known by its content.
    /// </summary>
    public static string Of(Activity activity, ReadOnlySpan<byte> body)
    {
        var id = activity.Id ?? Convert.ToHexStringLower(SHA256.HashData(body));
        var time = activity.Type is ActivityTypes.MessageUpdate ? activity.Timestamp : null;
        return $"{activity.ChannelId}|{activity.Type}|{activity.Conversation?.Id}|{id}|{time}";
    }
}
