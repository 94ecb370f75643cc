using NewsBot.Discord.Access;

namespace NewsBot.Discord.Turns;

/// <summary>
/// Determines the keys of conversations: a question belongs to what was asked before in the same thread or direct channel.
/// </summary>
internal static class Conversations
{
    /// <summary>Returns the conversation of a question that is not a reply.</summary>
    /// <param name="asker">Who asks, and where.</param>
    /// <param name="trace">Its id: in a plain channel, each question starts a separate conversation.</param>
    public static string Of(Asker asker, string trace)
    {
        if (asker.Guild is null)
            return $"discord:direct:{asker.Channel}";
        return asker.Parent is null ? $"discord:{trace}" : $"discord:thread:{asker.Channel}";
    }

    /// <summary>
    /// Returns the account whose budget is charged for an answer: the server with all its channels, or the direct channel.
    /// </summary>
    public static string BudgetAccountOf(Asker asker) =>
        asker.Guild is { } guild ? $"discord:server:{guild}" : $"discord:direct:{asker.Channel}";
}
