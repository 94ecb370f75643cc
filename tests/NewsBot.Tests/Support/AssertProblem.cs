using System.Text.Json;

namespace NewsBot.Tests.Support;

/// <summary>Asserts what all failed requests of programs have in common.</summary>
internal static class AssertProblem
{
    public static async Task IsAsync(HttpResponseMessage response, int status)
    {
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.ToString());
        using var problem = JsonDocument.Parse(body);
        Assert.Equal(
            ["type", "title", "status", "detail", "instance"],
            problem.RootElement.EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrWhiteSpace(problem.RootElement.GetProperty("detail").GetString()));
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
    }
}
