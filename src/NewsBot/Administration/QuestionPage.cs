using System.Globalization;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.State;
using NewsBot.Pages;
using NewsBot.Settings;

namespace NewsBot.Administration;

/// <summary>Shows staff which questions were declined or took long, as far as the audit log records them. Thread-safe.</summary>
internal sealed class QuestionPage(StaffGate gate, StateDatabase state, NewsBotSettings settings)
{
    /// <summary>Specifies from when on an answer took long.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    private const int PageSize = 50;

    /// <summary>Shows the page.</summary>
    public RequestDelegate Show => gate.Page(ShowAsync);

    private async Task ShowAsync(HttpContext context)
    {
        var before = long.TryParse(context.Request.Query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : long.MaxValue;
        var desk = DeskView.Of(context)?.Name;
        var page = await state.ReadAsync(db => AuditTable.Troubled(db, Slow, desk, before, PageSize), context.RequestAborted);
        await PageResponse.WriteAsync<QuestionView>(
            context,
            new()
            {
                [nameof(QuestionView.Entries)] = page,
                [nameof(QuestionView.Options)] = settings.Audit,
                [nameof(QuestionView.Next)] = page.Count == PageSize ? page[^1].Id : null,
            }
        );
    }
}
