using System.Globalization;

namespace NewsBot.Benchmarks.Soak;

/// <summary>What a host's process holds at one moment, as Linux tells it in <c>/proc</c>.</summary>
internal sealed record HostSample
{
    private const double TicksPerSecond = 100;

    /// <summary>Memory that is resident, files mapped into it included; MB.</summary>
    public required double ResidentMb { get; init; }

    /// <summary>Memory that no file stands behind; MB.</summary>
    public required double PrivateMb { get; init; }

    /// <summary>Open files, sockets and pipes.</summary>
    public required int Handles { get; init; }

    /// <summary>Threads.</summary>
    public required int Threads { get; init; }

    /// <summary>Processor time since the start, of all threads.</summary>
    public required TimeSpan Processor { get; init; }

    /// <summary>Reads the state of a running process.</summary>
    public static HostSample Of(int process)
    {
        var status = File.ReadLines($"/proc/{process}/status")
            .Select(line => line.Split(':', 2))
            .ToDictionary(parts => parts[0], parts => parts[1].Trim(), StringComparer.Ordinal);
        // https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: fields 14 and 15, counted from after the name in brackets.
        var times = File.ReadAllText($"/proc/{process}/stat").Split(") ", 2)[1].Split(' ');
        return new HostSample
        {
            ResidentMb = Megabytes(status["VmRSS"]),
            PrivateMb = Megabytes(status["RssAnon"]),
            Handles = Directory.EnumerateFileSystemEntries($"/proc/{process}/fd").Count(),
            Threads = int.Parse(status["Threads"], CultureInfo.InvariantCulture),
            Processor = TimeSpan.FromSeconds((Ticks(times[11]) + Ticks(times[12])) / TicksPerSecond),
        };
    }

    private static long Ticks(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static double Megabytes(string kilobytes) => long.Parse(kilobytes.Split(' ')[0], CultureInfo.InvariantCulture) * 1024 / 1e6;
}
