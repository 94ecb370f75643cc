using NewsBot.Archive;
using NewsBot.Newsroom.Audit;
using NewsBot.Requests;
using NewsBot.Staff;
using NewsBot.Wire;

namespace NewsBot.Pages;

/// <summary>
/// Serves the page on which staff withdraw and restore articles. Thread-safe.
/// </summary>
/// <param name="gate">Lets staff alone in.</param>
/// <param name="archive">Contains the articles.</param>
/// <param name="time">The clock.</param>
internal sealed class StaffPages(StaffGate gate, ArticleArchive archive, TimeProvider time)
{
    /// <summary>Specifies the address of the page.</summary>
    public const string Path = PagePaths.AdminPath + "/articles";

    /// <summary>Specifies the decision of a form that withdraws.</summary>
    public const string Kill = "kill";

    /// <summary>Specifies the decision of a form that restores.</summary>
    public const string Restore = "restore";

    /// <summary>Specifies the longest reason, in UTF-16 code units.</summary>
    public const int MaxReasonChars = 500;

    private const int MostListed = 50;

    /// <summary>Shows an item, or all withdrawn ones.</summary>
    public RequestDelegate Show =>
        gate.Page(context => WriteAsync(context, context.Request.Query["source"].ToString().Trim(), null, StatusCodes.Status200OK));

    /// <summary>Withdraws or restores the item named in a form of the page.</summary>
    public RequestDelegate Decide => gate.Form(DecideAsync);

    private async Task DecideAsync(HttpContext context, IFormCollection form)
    {
        var (source, reason, decision) = (form["source"].ToString(), form["reason"].ToString(), form["decision"].ToString());
        if (decision is not (Kill or Restore) || reason.Length > MaxReasonChars)
        {
            await StaffGate.RefuseAsync(
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
            StaffGate.NameOf(context),
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
                [nameof(StaffArticlesPage.Token)] = gate.Token,
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
}
