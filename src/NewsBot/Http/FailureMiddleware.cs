using System.Diagnostics;
using NewsBot.Pages;
using NewsBot.Requests;

namespace NewsBot.Http;

/// <summary>
/// Gives every failed request a calm body: a problem document to programs, a page to people. What was thrown goes to the log under
/// the reference that the body names.
/// </summary>
internal sealed partial class FailureMiddleware(RequestDelegate next, ILogger<FailureMiddleware> log)
{
    /// <summary>Runs the rest of the request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null })
                await WriteAsync(context, new Problem(context.Response.StatusCode, Explain(context)));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The one who asked has gone: there is nobody to tell.
        }
        catch (BadHttpRequestException error) when (!context.Response.HasStarted)
        {
            await WriteAsync(
                context,
                new Problem(
                    error.StatusCode,
                    error.StatusCode == StatusCodes.Status413PayloadTooLarge
                        ? $"The body is larger than {AskRequest.MaxBodyBytes / 1024} KB."
                        : "The request could not be read to its end. Send it again."
                )
            );
        }
        catch (Exception error) when (error is not OperationCanceledException && !context.Response.HasStarted)
        {
            var reference = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
            LogFailure(error, reference);
            context.Response.Clear();
            await WriteAsync(
                context,
                new Problem(
                    StatusCodes.Status500InternalServerError,
                    $"Something went wrong on our side. Please try again. If it happens again, give this reference to the operator: {reference}"
                )
            );
        }
    }

    private static string Explain(HttpContext context) =>
        context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => "There is no page at this address. The link may be incomplete.",
            StatusCodes.Status405MethodNotAllowed =>
                $"This address does not accept {context.Request.Method}. It accepts: {context.Response.Headers.Allow.ToString().Replace(",", ", ", StringComparison.Ordinal)}.",
            _ => "The request was refused.",
        };

    /// <summary>Writes a problem as the whole response, in the form that the one who asks can read.</summary>
    public static Task WriteAsync(HttpContext context, Problem problem) =>
        IsForPrograms(context.Request.Path) ? problem.WriteAsync(context) : FailurePage.WriteAsync(context, problem);

    private static bool IsForPrograms(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/health");

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {Reference} failed")]
    private partial void LogFailure(Exception error, string reference);
}
