using System.Diagnostics;

namespace NewsBot.Benchmarks.Search;

/// <summary>How long queries take, in milliseconds; <paramref name="Processor"/> is the mean of processor time.</summary>
internal sealed record QueryTimes(double P50, double P95, double P99, double Processor)
{
    /// <summary>Asks every question so many times to warm up and so many times that count.</summary>
    public static QueryTimes Of(IReadOnlyList<NewsCorpus.Question> questions, int rounds, Func<NewsCorpus.Question, object?> search)
    {
        var times = new List<double>();
        var processor = TimeSpan.Zero;
        for (var round = -rounds; round < rounds; round++)
        {
            if (round == 0)
                processor = Environment.CpuUsage.TotalTime;
            foreach (var question in questions)
            {
                var start = Stopwatch.GetTimestamp();
                search(question);
                if (round >= 0)
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        var mean = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / times.Count;
        times.Sort();
        return new QueryTimes(At(.5), At(.95), At(.99), mean);

        double At(double share) => times[(int)(share * (times.Count - 1))];
    }
}
