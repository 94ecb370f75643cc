using System.Net.Http.Json;
using System.Text.Json;
using NewsBot.Semantics;
using NewsBot.Settings;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Http;

/// <summary>The host with the model that ships with it, on the seeds.</summary>
public sealed class ReadingModelTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ModelThatShips_AnswersFromTheSeeds_AndDeclinesNearMisses()
    {
        await using var host = await TestHost.StartAsync(adjust: WithModel);

        var answered = await AskAsync(host, "Where was Putin during the attack?");
        var declined = await AskAsync(host, "Where was Boris Johnson during the attack?");

        Assert.Equal("answered", answered.GetProperty("outcome").GetString());
        Assert.Contains("Ogaryovo", answered.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("not_found", declined.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task SameQuestion_AskedAtOnceByMany_GetsTheSameAnswer()
    {
        await using var host = await TestHost.StartAsync(adjust: WithModel);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AskAsync(host, "Who denied the attack?")));

        Assert.Single(answers.Select(answer => answer.GetProperty("text").GetString()).Distinct());
    }

    [Fact]
    public void ModelThatShips_Loads()
    {
        var load = ReadingModel.TryLoad(ReadingModel.OwnFolder, 1);

        Assert.True(load.IsLoaded, load.Fault);
        (load.Model as IDisposable)?.Dispose();
    }

    private static NewsBotSettings WithModel(NewsBotSettings settings) =>
        settings with
        {
            Answers = settings.Answers with { ReadingModel = true },
        };

    private static async Task<JsonElement> AskAsync(TestHost host, string question)
    {
        using var response = await host.Client.PostAsJsonAsync("/api/ask", new { question }, Cancellation);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}
