using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Discord.Commands;

/// <summary>Shows how <c>/digest</c> is entered. Plain text.</summary>
internal static class DigestSyntax
{
    /// <summary>Specifies an example of the digest of a day.</summary>
    public const string OfDay = $"/{CommandNames.Digest} {CommandNames.Date} {CommandNames.Day}:2026-05-03";

    /// <summary>Gets the commands for subscriptions.</summary>
    public static SubscriptionSyntax OfSubscriptions { get; } =
        new(
            $"Example: /{CommandNames.Digest} {CommandNames.Subscribe} {CommandNames.Time}:08:00 {CommandNames.Zone}:Europe/London "
                + $"{CommandNames.Days}:weekdays {CommandNames.Topic}:drone. The options {CommandNames.Days} and {CommandNames.Topic} are optional. "
                + $"Also: {List}, /{CommandNames.Digest} {CommandNames.Change} {CommandNames.Number}:1 {CommandNames.Time}:09:00, {Stop}.",
            List,
            Stop
        );

    private const string List = $"/{CommandNames.Digest} {CommandNames.List}";
    private const string Stop = $"/{CommandNames.Digest} {CommandNames.Stop} {CommandNames.Number}:1";
}
