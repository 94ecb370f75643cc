using NewsBot.Newsroom;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Desks;
using NewsBot.Requests;

namespace NewsBot.Administration;

/// <summary>Decides what a member of staff with a desk of their own sees of others: nothing. Thread-safe.</summary>
internal static class DeskView
{
    /// <summary>Returns the desk to which the caller is limited; null: the caller sees everything.</summary>
    public static Desk? Of(HttpContext context) => context.RequestServices.GetRequiredService<HostReader>().Rights.Desk;

    /// <summary>Determines whether the caller sees a subscription: its text may be a headline.</summary>
    public static bool Shows(HttpContext context, ListedSubscription listed) =>
        Of(context) is not { } own
        || context.RequestServices.GetRequiredService<INewsroom>().Desks.Of(listed.Subscription.Reader)?.Name == own.Name;
}
