using System.Diagnostics;
using NewsBot.ApiDocument;
using NewsBot.Archive.Store;
using NewsBot.Mcp;
using NewsBot.Pages;
using NewsBot.Requests;
using NewsBot.Telemetry;

namespace NewsBot.Http;

/// <summary>
/// Gives every failed request a calm body: a problem document for programs, a page for people. The exception is logged under the reference
/// shown in the body.
/// </summary>
internal sealed partial class FailureMiddleware(RequestDelegate next, ILogger<FailureMiddleware> log)
{
    private static readonly PathString[] ForPrograms =
    [
        "/api",
        "/health",
        McpServices.Path,
        TelemetryServices.MetricsPath,
        DocumentServices.Path,
    ];

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
            // The client has gone: there is no one to answer.
        }
        catch (BadHttpRequestException error) when (!context.Response.HasStarted)
        {
            await WriteAsync(
                context,
                new Problem(
                    error.StatusCode,
                    error.StatusCode == StatusCodes.Status413PayloadTooLarge
                        ? $"The body is larger than {JsonBody.MaxBytes / 1024} KB."
                        : "The request could not be read completely. Send it again."
                )
            );
        }
        catch (StoreException error) when (!context.Response.HasStarted)
        {
            var reference = Log(error, context);
            context.Response.Clear();
            context.Response.Headers.RetryAfter = "5";
            await WriteAsync(
                context,
                new Problem(
                    StatusCodes.Status503ServiceUnavailable,
                    $"The articles cannot be read just now. Please try again in a few seconds. If it happens again, give this reference to the operator: {reference}"
                )
            );
        }
        catch (Exception error) when (error is not OperationCanceledException && !context.Response.HasStarted)
        {
            var reference = Log(error, context);
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

    /// <summary>Logs a failure, and returns the reference under which it is logged.</summary>
    private string Log(Exception error, HttpContext context)
    {
        var reference = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        LogFailure(error, reference);
        return reference;
    }

    private static string Explain(HttpContext context) =>
        context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => "There is no page at this address. The link may be incomplete.",
            StatusCodes.Status405MethodNotAllowed =>
                $"This address does not accept {context.Request.Method}. It accepts: {context.Response.Headers.Allow.ToString().Replace(",", ", ", StringComparison.Ordinal)}.",
            _ => "The request was rejected.",
        };

    /// <summary>Writes a problem as the whole response, in the form that the client can read.</summary>
    public static Task WriteAsync(HttpContext context, Problem problem) =>
        IsForPrograms(context.Request.Path) ? problem.WriteAsync(context) : FailurePage.WriteAsync(context, problem);

    /// <summary>Determines whether programs call an address, not people.</summary>
    public static bool IsForPrograms(PathString path) => Array.Exists(ForPrograms, start => path.StartsWithSegments(start));

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {Reference} failed")]
    private partial void LogFailure(Exception error, string reference);
}
