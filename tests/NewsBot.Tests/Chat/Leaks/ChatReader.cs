namespace NewsBot.Tests.Chat.Leaks;

/// <summary>Represents a person in a chat of their own, or everybody in a channel, with the words that they may see.</summary>
/// <param name="Name">For the message of a failure.</param>
/// <param name="Person">The id of who writes.</param>
/// <param name="Channel">The id of the channel; null: the person's own chat.</param>
/// <param name="Before">The words that they may see until an article is killed and people change their desks.</param>
/// <param name="After">The words that they may see from then on.</param>
internal sealed record ChatReader(
    string Name,
    string Person,
    string? Channel,
    IReadOnlyCollection<string> Before,
    IReadOnlyCollection<string> After
);
