using NewsBot.Discord.Access;

namespace NewsBot.Discord.Turns;

/// <summary>Keys of conversations: what was asked before in the same thread or direct channel belongs to a question.</summary>
internal static class Conversations
{
    /// <summary>The conversation of a question that answers nothing else.</summary>
    /// <param name="asker">Who asks, and where.</param>
    /// <param name="trace">Its id: in a plain channel each question begins a conversation of its own.</param>
    public static string Of(Asker asker, string trace)
    {
        if (asker.Guild is null)
            return $"discord:direct:{asker.Channel}";
        return asker.Parent is null ? $"discord:{trace}" : $"discord:thread:{asker.Channel}";
    }

    /// <summary>Whose budget pays for an answer: the server with all its channels, or the direct channel.</summary>
    public static string BudgetAccountOf(Asker asker) =>
        asker.Guild is { } guild ? $"discord:server:{guild}" : $"discord:direct:{asker.Channel}";
}
