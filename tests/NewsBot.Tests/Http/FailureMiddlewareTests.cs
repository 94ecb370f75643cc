using Microsoft.AspNetCore.Http;
using NewsBot.Archive.Store;
using NewsBot.Http;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Http;

public sealed class FailureMiddlewareTests
{
    [Fact]
    public async Task StoreThatIsAway_IsAReasonToTryAgain_AndItsWordsAreForTheLog()
    {
        var log = new LogLines<FailureMiddleware>();
        var error = new StoreException(StoreFailure.Unavailable, "db.internal refuses the connection.");

        var context = await RunAsync(_ => throw error, log);

        var body = await BodyOfAsync(context);
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, context.Response.StatusCode);
        Assert.Equal("5", context.Response.Headers.RetryAfter.ToString());
        Assert.Contains("try again in a few seconds", body, StringComparison.Ordinal);
        Assert.DoesNotContain("db.internal", body, StringComparison.Ordinal);
        Assert.Contains(context.TraceIdentifier, body, StringComparison.Ordinal);
        Assert.NotEmpty(log.Lines);
    }

    [Fact]
    public async Task OtherFailure_IsOurs()
    {
        var context = await RunAsync(_ => throw new InvalidOperationException("secret"), new LogLines<FailureMiddleware>());

        Assert.Equal(StatusCodes.Status500InternalServerError, context.Response.StatusCode);
        Assert.DoesNotContain("secret", await BodyOfAsync(context), StringComparison.Ordinal);
    }

    private static async Task<HttpContext> RunAsync(RequestDelegate next, LogLines<FailureMiddleware> log)
    {
        var context = new DefaultHttpContext { TraceIdentifier = "reference-1" };
        context.Request.Path = "/api/ask";
        context.Response.Body = new MemoryStream();
        await new FailureMiddleware(next, log).InvokeAsync(context);
        return context;
    }

    private static async Task<string> BodyOfAsync(HttpContext context)
    {
        context.Response.Body.Position = 0;
        return await new StreamReader(context.Response.Body).ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
