using System.Security.Cryptography;
using System.Text;
using NewsBot.Access;
using NewsBot.Archive;
using NewsBot.Newsroom.Audit;
using NewsBot.Requests;
using NewsBot.Settings;
using NewsBot.Staff;
using NewsBot.Teams.Trust;
using NewsBot.Wire;

namespace NewsBot.Pages;

/// <summary>
/// Serves the page on which staff withdraw and restore articles: only for people at this machine, and for those who signed in and are
/// named in <c>Access:Admins</c>. Thread-safe.
/// </summary>
/// <param name="settings">Show whether others reach this host.</param>
/// <param name="archive">Contains the articles.</param>
/// <param name="time">The clock.</param>
internal sealed class StaffPages(NewsBotSettings settings, ArticleArchive archive, TimeProvider time)
{
    /// <summary>Specifies the address of the page.</summary>
    public const string Path = "/admin/articles";

    /// <summary>Specifies the decision of a form that withdraws.</summary>
    public const string Kill = "kill";

    /// <summary>Specifies the decision of a form that restores.</summary>
    public const string Restore = "restore";

    /// <summary>Specifies the longest reason, in UTF-16 code units.</summary>
    public const int MaxReasonChars = 500;

    private const int MostListed = 50;

    // New with each start: a page from before has to be loaded again.
    private readonly string token = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Shows an item, or all withdrawn ones.</summary>
    public Task ShowAsync(HttpContext context) =>
        IsStaff(context)
            ? WriteAsync(context, context.Request.Query["source"].ToString().Trim(), null, StatusCodes.Status200OK)
            : RefuseAsync(context, StatusCodes.Status404NotFound, "There is no page at this address.");

    /// <summary>Withdraws or restores the item named in a form of the page.</summary>
    public async Task DecideAsync(HttpContext context)
    {
        if (!IsStaff(context))
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, "There is no page at this address.");
            return;
        }

        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        if (!IsOfThisPage(context.Request) || !IsToken(form["token"].ToString()))
        {
            await RefuseAsync(
                context,
                StatusCodes.Status403Forbidden,
                "This form did not come from this page. Load the page again and decide there."
            );
            return;
        }

        var (source, reason, decision) = (form["source"].ToString(), form["reason"].ToString(), form["decision"].ToString());
        if (decision is not (Kill or Restore) || reason.Length > MaxReasonChars)
        {
            await RefuseAsync(
                context,
                StatusCodes.Status400BadRequest,
                $"A decision is {Kill} or {Restore}, with a reason of at most {MaxReasonChars} characters."
            );
            return;
        }

        if (decision == Kill && string.IsNullOrWhiteSpace(reason))
        {
            await WriteAsync(context, source, "Nothing was withdrawn: say why first.", StatusCodes.Status400BadRequest);
            return;
        }

        var isKnown = await StaffDecision.DecideAsync(
            archive,
            source,
            decision == Kill,
            CallerOf(context) is { IsStaff: true, Name: { } name } ? name : "staff page",
            reason,
            time.GetUtcNow(),
            context.RequestAborted
        );
        if (isKnown)
            RequestAudit.Record(
                context,
                AuditActor.Page,
                decision == Kill ? AuditAction.ArticleKilled : AuditAction.ArticleRestored,
                source
            );
        var told = decision == Kill ? "Withdrawn with all its versions. Posts that cite it are taken back." : "Restored.";
        await WriteAsync(context, source, isKnown ? told : null, isKnown ? StatusCodes.Status200OK : StatusCodes.Status404NotFound);
    }

    private static Caller? CallerOf(HttpContext context) => context.RequestServices.GetRequiredService<CurrentCaller>().OrNull;

    private bool IsStaff(HttpContext context) => CallerOf(context)?.IsStaff == true || IsHere(context);

    // Behind a proxy everyone seems to be at this machine, so a host with a public address does not serve the page.
    private bool IsHere(HttpContext context) =>
        settings.PublicUrl is null && settings.Urls.All(ListeningAddress.IsLoopback) && LoopbackPeer.IsDirect(context.Request);

    // Browsers name the origin of a form; a request without one did not come from a page.
    private static bool IsOfThisPage(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
            ? site == "same-origin"
            : request.Headers.Origin == $"{request.Scheme}://{request.Host}";

    private bool IsToken(string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(token));

    private async Task WriteAsync(HttpContext context, string source, string? told, int status)
    {
        var item = ItemJson.From([], []);
        if (source.Length > 0)
        {
            var (versions, rulings) = await archive.ItemAsync(source, context.RequestAborted);
            item = ItemJson.From(versions, rulings);
        }

        var withdrawn =
            source.Length > 0
                ? []
                : (await archive.WithdrawnAsync(context.RequestAborted)).OrderByDescending(one => one.Value).Take(MostListed);
        await PageResponse.WriteAsync<StaffArticlesPage>(
            context,
            new()
            {
                [nameof(StaffArticlesPage.Source)] = source,
                [nameof(StaffArticlesPage.Token)] = token,
                [nameof(StaffArticlesPage.Told)] = told,
                [nameof(StaffArticlesPage.Versions)] = item
                    .Versions.Select(version => (version.Headline, version.Source, ItemText.FactsOf(version)))
                    .ToArray(),
                [nameof(StaffArticlesPage.Decisions)] = item
                    .Rulings.Select(ruling => (ruling.Verb == Kill ? "Withdrawn" : "Restored", ruling.Source, ItemText.FactsOf(ruling)))
                    .ToArray(),
                [nameof(StaffArticlesPage.Withdrawn)] = withdrawn.Select(one => (one.Key, ItemText.Show(one.Value))).ToArray(),
            },
            status
        );
    }

    private static Task RefuseAsync(HttpContext context, int status, string detail) =>
        FailurePage.WriteAsync(context, new Problem(status, detail));
}
