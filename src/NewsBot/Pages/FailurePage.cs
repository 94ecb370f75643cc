using NewsBot.Requests;

namespace NewsBot.Pages;

/// <summary>Shows a failed request as a page.</summary>
internal static class FailurePage
{
    /// <summary>Writes the page as the whole response.</summary>
    public static Task WriteAsync(HttpContext context, Problem problem) =>
        PageResponse.WriteAsync<ProblemPage>(
            context,
            new() { [nameof(ProblemPage.Status)] = problem.Status, [nameof(ProblemPage.Detail)] = problem.Detail },
            problem.Status
        );
}
