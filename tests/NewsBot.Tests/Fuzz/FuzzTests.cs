using NewsBot.Fuzz;
using NewsBot.Fuzz.Inputs;
using NewsBot.Fuzz.Targets;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Fuzz;

/// <summary>Runs a short version of the fuzzing; tests/NewsBot.Fuzz is the long one.</summary>
public sealed class FuzzTests
{
    private const int Inputs = 500;
    private const ulong Seed = 1;

    public static TheoryData<string> Names => [.. FuzzTargets.WithoutHost.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reader_OfGeneratedInputs_KeepsItsPromises(string name)
    {
        var result = new FuzzRun(FuzzTargets.WithoutHost.Single(target => target.Name == name)).Run(Inputs, Seed);

        Assert.True(result.Failure is null, result.Failure);
        Assert.Equal(Inputs, result.Inputs);
    }

    [Fact]
    public async Task Host_OfGeneratedRequests_KeepsItsPromises()
    {
        await using var host = await ApiHost.StartAsync(RepositoryFolder.Seeds);

        var result = await Task.Run(() => new FuzzRun(host.Target).Run(Inputs, Seed), TestContext.Current.CancellationToken);

        Assert.True(result.Failure is null, result.Failure);
    }

    [Fact]
    public void EachSampleOfAFile_IsRead_SoThatFuzzingBeginsWithWhatIsValid()
    {
        var refused = ReaderTargets
            .All.SelectMany(target => target.Samples)
            .Where(sample => ReaderTargets.Articles(new FuzzInput(sample, [], sample.Pack(sample.Tokens))) == 0)
            .Select(sample => sample.Name);

        Assert.Empty(refused);
    }

    [Fact]
    public void Run_OfATargetThatFails_GivesTheFewestEdits()
    {
        var target = new FuzzTarget(
            "fails",
            1,
            [Sample.OfText("a.txt", "Two drones fell.")],
            ["poison"],
            input => Promise.Keep(!input.Text.Contains("poison", StringComparison.Ordinal), "no poison")
        );

        var result = new FuzzRun(target).Run(2_000, Seed);

        Assert.Contains("no poison", result.Failure, StringComparison.Ordinal);
        Assert.Single(result.FailedInput!.Edits);
    }
}
