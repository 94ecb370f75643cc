using System.CommandLine;
using System.Globalization;
using NewsBot.Fuzz;
using NewsBot.Fuzz.Targets;

// Reads generated inputs until something crashes, breaks a promise, takes too long or keeps memory.
const double MaxSeconds = 1;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var names = new Argument<string[]>("target")
{
    Description = "The targets by name; all where none is named.",
    Arity = ArgumentArity.ZeroOrMore,
};
var inputs = new Option<int>("--inputs")
{
    Description = "How many inputs all targets get together.",
    DefaultValueFactory = _ => 1_000_000,
};
var seed = new Option<ulong>("--seed") { Description = "Chooses the inputs.", DefaultValueFactory = _ => 20261202 };
var seeds = new Option<string>("--seeds") { Description = "The folder of seed articles.", DefaultValueFactory = _ => "seeds" };
var failures = new Option<string>("--failures")
{
    Description = "Where failed inputs are kept.",
    DefaultValueFactory = _ => "fuzz-failures",
};
var command = new RootCommand("Fuzzes whatever reads what strangers send.") { names, inputs, seed, seeds, failures };
command.SetAction(
    async (parsed, _) =>
    {
        await using var host = await ApiHost.StartAsync(Path.GetFullPath(parsed.GetValue(seeds)!));
        FuzzTarget[] all = [.. FuzzTargets.WithoutHost, host.Target];
        var wanted = parsed.GetValue(names)!;
        if (wanted.FirstOrDefault(name => all.All(target => target.Name != name)) is { } unknown)
        {
            Console.Error.WriteLine($"There is no target {unknown}. Targets: {string.Join(", ", all.Select(target => target.Name))}.");
            return 2;
        }

        var chosen = wanted.Length == 0 ? all : [.. all.Where(target => wanted.Contains(target.Name))];
        var shares = chosen.Sum(target => target.Share);
        var isGood = true;
        Console.WriteLine("| target | inputs | s | slowest ms | heap MB | growth MB | |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|---|");
        foreach (var target in chosen)
        {
            var count = (int)((long)parsed.GetValue(inputs) * target.Share / shares);
            var result = new FuzzRun(target, MaxSeconds).Run(
                Math.Max(1, count),
                parsed.GetValue(seed),
                done => Console.Error.Write($"\r{target.Name} {done} ")
            );
            Console.Error.Write('\r');
            Console.WriteLine(Row(result));
            Keep(result, parsed.GetValue(failures)!);
            isGood &= result.IsGood;
        }

        return isGood ? 0 : 1;
    }
);
return await command.Parse(args).InvokeAsync();

static string Row(FuzzResult result) =>
    string.Create(
        CultureInfo.InvariantCulture,
        $"| {result.Target} | {result.Inputs:N0} | {result.Elapsed.TotalSeconds:0} | {result.Slowest * 1000:0.0} "
            + $"| {Megabytes((result.Heap.Count > 0 ? result.Heap[^1] : 0)):0.0} | {Megabytes(result.Growth):0.0} "
            + $"| {(result.IsGood ? "" : "**failed**")} |"
    );

static double Megabytes(long bytes) => bytes / (1024.0 * 1024.0);

static void Keep(FuzzResult result, string folder)
{
    if (result.SlowestInput is { } slow && result.Slowest > MaxSeconds / 4)
        Console.Error.WriteLine($"{result.Target}: slowest is {slow}");
    if (result.Failure is null)
        return;
    Console.Error.WriteLine($"{result.Target}: {result.Failure}");
    if (result.FailedInput is not { } input)
        return;
    Directory.CreateDirectory(folder);
    var path = Path.Combine(folder, $"{result.Target}-{input.Name}");
    File.WriteAllBytes(path, input.Bytes);
    Console.Error.WriteLine($"Its input, as small as possible: {path}");
}
