using System.Globalization;
using NewsBot.Teams.Load;

// host: a Teams endpoint of its own process, which the run can kill. run: sends, fails, kills, and counts.
var options = args.Skip(1)
    .Chunk(2)
    .Where(pair => pair.Length == 2)
    .ToDictionary(pair => pair[0].TrimStart('-'), pair => pair[1], StringComparer.Ordinal);
string Text(string name, string otherwise) => options.GetValueOrDefault(name, otherwise);
int Number(string name, int otherwise) =>
    int.Parse(Text(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

switch (args.FirstOrDefault())
{
    case "host":
        await LoadHost.RunAsync(Number("port", 3978), Text("data", "teams-load-data"), options.GetValueOrDefault("seeds"));
        return 0;
    case "run":
        return await new LoadRun
        {
            Seconds = Number("seconds", 60),
            Rate = Number("rate", 200),
            Conversations = Number("conversations", 50),
            Tenants = Number("tenants", 10),
            FailPercent = Number("fail", 0),
            Kills = Number("kills", 0),
            Seeds = options.GetValueOrDefault("seeds"),
            Seed = Number("seed", 1),
        }.RunAsync();
    default:
        await Console.Error.WriteLineAsync(
            "Usage: NewsBot.Teams.Load run [--seconds 60] [--rate 200] [--conversations 50] [--tenants 10] [--fail 20] [--kills 2] [--seeds DIR] | host --port 3978 --data DIR [--seeds DIR]"
        );
        return 2;
}
