namespace NewsBot.Newsroom.Subscriptions;

/// <summary>
/// Represents the subscription commands as a channel writes them, in plain text, to show after a mistyped one. Immutable.
/// </summary>
/// <param name="Usage">One or two sentences with examples.</param>
/// <param name="List">The command that lists subscriptions.</param>
/// <param name="Stop">An example of the command that stops one.</param>
public sealed record SubscriptionSyntax(string Usage, string List, string Stop)
{
    /// <summary>Gets the commands written as messages.</summary>
    public static SubscriptionSyntax Message { get; } =
        new(
            "Type: digest subscribe 08:00 Europe/London weekdays, followed by a topic if you like. "
                + "Also: digest list, digest change 1 09:00 Europe/London daily, digest stop 1.",
            "digest list",
            "digest stop 1"
        );
}
