using System.Globalization;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Pages;
using NewsBot.Requests;

namespace NewsBot.Administration;

/// <summary>Shows staff what readers thought of answers. Thread-safe.</summary>
internal sealed class FeedbackPage(StaffGate gate, FeedbackStore feedback, INewsroom newsroom)
{
    private const int PageSize = 20;

    /// <summary>Shows the page.</summary>
    public RequestDelegate Show => gate.Page(ShowAsync);

    private async Task ShowAsync(HttpContext context)
    {
        var stop = context.RequestAborted;
        var rights = context.RequestServices.GetRequiredService<HostReader>().Rights;
        var page = await feedback.ReadAsync(PageSize, BeforeOf(context.Request.Query["before"].ToString()), stop);
        var shown = new List<(ReaderFeedback Feedback, bool ShowsAnswer)>();
        foreach (var one in page)
        {
            var sees = await SeesAsync(one, rights, stop);
            // What readers of other desks asked and wrote is about articles of theirs.
            if (sees || rights.Desk is null)
                shown.Add((one, sees));
        }

        await PageResponse.WriteAsync<FeedbackView>(
            context,
            new()
            {
                [nameof(FeedbackView.Entries)] = shown,
                [nameof(FeedbackView.Desk)] = rights.Desk?.Name,
                [nameof(FeedbackView.Next)] =
                    page.Count == PageSize
                        ? string.Create(CultureInfo.InvariantCulture, $"{page[^1].At.ToUnixTimeMilliseconds()}-{page[^1].Id}")
                        : null,
            }
        );
    }

    // A decline names headlines, and which articles they are of is not kept.
    private async Task<bool> SeesAsync(ReaderFeedback one, ReaderRights rights, CancellationToken cancellationToken)
    {
        if (one.Citations.Count == 0)
            return false;
        foreach (var source in one.Citations.Select(citation => citation.Source).Distinct(StringComparer.Ordinal))
        {
            if (await newsroom.FindArticleAsync(source, rights, cancellationToken) is null)
                return false;
        }

        return true;
    }

    private static ReaderFeedback? BeforeOf(string written) =>
        written.Split('-') is [var at, var id]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ReaderFeedback
            {
                Id = number,
                Channel = "",
                Reaction = "",
                At = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
            }
            : null;
}
