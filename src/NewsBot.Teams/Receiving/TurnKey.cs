using System.Security.Cryptography;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Receiving;

/// <summary>Creates the key by which a redelivered message is recognised.</summary>
internal static class TurnKey
{
    /// <summary>
    /// Returns the key. Ids of messages are unique only within a conversation, and an edit carries the id of the edited message, so the key
    /// combines type, conversation and id, and for an edit the time. A message without an id is recognised by its content.
    /// </summary>
    public static string Of(Activity activity, ReadOnlySpan<byte> body)
    {
        var id = activity.Id ?? Convert.ToHexStringLower(SHA256.HashData(body));
        var time = activity.Type is ActivityTypes.MessageUpdate ? activity.Timestamp : null;
        return $"{activity.ChannelId}|{activity.Type}|{activity.Conversation?.Id}|{id}|{time}";
    }
}
