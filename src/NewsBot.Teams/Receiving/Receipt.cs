using Microsoft.AspNetCore.Http;

namespace NewsBot.Teams.Receiving;

/// <summary>Represents the reply to the sender of an activity.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Json">The reply to an invoke, or null.</param>
internal readonly record struct Receipt(int Status, byte[]? Json = null)
{
    private const string RetryAfterSeconds = "5";

    /// <summary>Represents an activity that was not accepted; the sender is to repeat it.</summary>
    public static readonly Receipt ComeAgain = new(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Sets status and headers.</summary>
    public void WriteHead(HttpResponse response)
    {
        response.StatusCode = Status;
        if (Status == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = RetryAfterSeconds;
    }

    /// <summary>Writes the whole reply.</summary>
    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        WriteHead(response);
        if (Json is null)
            return;
        response.ContentType = "application/json; charset=utf-8";
        await response.Body.WriteAsync(Json, cancellationToken);
    }
}
