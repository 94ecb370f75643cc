using System.Security.Cryptography;
using System.Text;
using NewsBot.Access;
using NewsBot.Requests;
using NewsBot.Settings;
using NewsBot.Teams.Trust;

namespace NewsBot.Pages;

/// <summary>
/// Lets staff alone see and use the pages below <see cref="PagePaths.AdminPath"/>: people at this machine, and those who signed in and are
/// named in <c>Access:Admins</c>. For everyone else the pages do not exist. Thread-safe.
/// </summary>
/// <param name="settings">Show whether others reach this host.</param>
internal sealed class StaffGate(NewsBotSettings settings)
{
    /// <summary>Specifies the name of the field of a form that contains <see cref="Token"/>.</summary>
    public const string TokenField = "token";

    /// <summary>
    /// Gets what shows that a form came from a page of this host. New with each start: a page from before has to be loaded again.
    /// </summary>
    public string Token { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Returns a handler that shows a page to staff.</summary>
    public RequestDelegate Page(Func<HttpContext, Task> show) => context => IsStaff(context) ? show(context) : HideAsync(context);

    /// <summary>Returns a handler that takes a form of a staff page, from staff alone and from that page alone.</summary>
    public RequestDelegate Form(Func<HttpContext, IFormCollection, Task> take) =>
        async context =>
        {
            if (!IsStaff(context))
            {
                await HideAsync(context);
                return;
            }

            var form = context.Request.HasFormContentType
                ? await context.Request.ReadFormAsync(context.RequestAborted)
                : FormCollection.Empty;
            if (IsOfThisHost(context.Request) && IsToken(form[TokenField].ToString()))
                await take(context, form);
            else
                await RefuseAsync(
                    context,
                    StatusCodes.Status403Forbidden,
                    "This form did not come from this page. Load the page again and decide there."
                );
        };

    /// <summary>Returns the name under which a decision of the caller is recorded.</summary>
    public static string NameOf(HttpContext context) => CallerOf(context) is { IsStaff: true, Name: { } name } ? name : "staff page";

    /// <summary>Refuses a request of staff.</summary>
    public static Task RefuseAsync(HttpContext context, int status, string detail) =>
        FailurePage.WriteAsync(context, new Problem(status, detail));

    private static Task HideAsync(HttpContext context) =>
        RefuseAsync(context, StatusCodes.Status404NotFound, "There is no page at this address.");

    private static Caller? CallerOf(HttpContext context) => context.RequestServices.GetRequiredService<CurrentCaller>().OrNull;

    private bool IsStaff(HttpContext context) => CallerOf(context)?.IsStaff == true || IsHere(context);

    // Behind a proxy everyone seems to be at this machine, so a host with a public address does not serve the pages.
    private bool IsHere(HttpContext context) =>
        settings.PublicUrl is null && settings.Urls.All(ListeningAddress.IsLoopback) && LoopbackPeer.IsDirect(context.Request);

    // Browsers name the origin of a form; a request without one did not come from a page.
    private static bool IsOfThisHost(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
            ? site == "same-origin"
            : request.Headers.Origin == $"{request.Scheme}://{request.Host}";

    private bool IsToken(string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(Token));
}
