using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Turns;

/// <summary>Represents a message, and the articles that it shows.</summary>
/// <param name="Message">The message.</param>
/// <param name="Cited">Sources of the articles that it shows; null: none.</param>
internal sealed record ShownMessage(Activity Message, IReadOnlyList<string>? Cited = null)
{
    /// <summary>Gets the sources of the articles that it shows.</summary>
    public IReadOnlyList<string> Sources => Cited ?? [];
}
