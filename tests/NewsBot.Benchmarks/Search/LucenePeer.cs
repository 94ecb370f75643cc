using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NewsBot.Benchmarks.Search;

/// <summary>
/// Runs Java Lucene over the same passages and questions. Needs java and Debian's liblucene8-java, whose jars NEWSBOT_LUCENE names where
/// they are elsewhere.
/// </summary>
internal static class LucenePeer
{
    private static readonly string Jars = Environment.GetEnvironmentVariable("NEWSBOT_LUCENE") ?? "/usr/share/java";
    private const int Undated = -1;

    // A passage may be cut within a pair of surrogates.
    private static readonly UTF8Encoding Lenient = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    /// <summary>Its measures; null where java or Lucene is missing.</summary>
    /// <param name="corpus">The articles and questions.</param>
    /// <param name="factor">So many times the articles: see <see cref="NewsCorpus.Times"/>. They pass through a file, a gigabyte for four
    /// times.</param>
    /// <param name="rounds">How often each question is asked and timed, after as many times to warm up.</param>
    public static Result? Run(NewsCorpus corpus, int factor, int rounds)
    {
        var jars = Directory.Exists(Jars)
            ? Directory.GetFiles(Jars, "lucene-core-8*.jar").Concat(Directory.GetFiles(Jars, "lucene-analyzers-common-8*.jar")).ToList()
            : [];
        if (jars.Count < 2)
            return null;

        var folder = Directory.CreateTempSubdirectory("newsbot-lucene-");
        try
        {
            var (passages, questions) = (Path.Combine(folder.FullName, "passages"), Path.Combine(folder.FullName, "questions"));
            File.WriteAllLines(
                passages,
                corpus
                    .Times(factor)
                    .SelectMany(article =>
                        article.Passages.Select(passage =>
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{article.Published?.DayNumber ?? Undated}\t{OneLine(article.Headline)}\t{OneLine(passage)}"
                            )
                        )
                    ),
                Lenient
            );
            File.WriteAllLines(
                questions,
                corpus.Questions.Select(question =>
                    string.Create(CultureInfo.InvariantCulture, $"{question.LastDay.DayNumber}\t{OneLine(question.Text)}")
                ),
                Lenient
            );
            var source = Path.Combine(AppContext.BaseDirectory, "lucene", "LucenePeer.java");
            using var java = Process.Start(
                new ProcessStartInfo(
                    "java",
                    [
                        "-Xmx3g",
                        "-cp",
                        string.Join(Path.PathSeparator, jars),
                        source,
                        passages,
                        questions,
                        Path.Combine(folder.FullName, "index"),
                        rounds.ToString(CultureInfo.InvariantCulture),
                    ]
                )
                {
                    RedirectStandardOutput = true,
                }
            )!;
            var output = java.StandardOutput.ReadToEnd();
            java.WaitForExit();
            return java.ExitCode == 0 ? JsonSerializer.Deserialize<Result>(output, JsonSerializerOptions.Web) : null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string OneLine(string text) => text.Replace('\t', ' ').ReplaceLineEndings(" ").Replace('\r', ' ').Replace('\n', ' ');

    /// <summary>What the peer measured; times in milliseconds; hits are passages counted through all articles.</summary>
    internal sealed record Result(
        double BuildSeconds,
        double BuildCpuSeconds,
        double CpuMilliseconds,
        long Bytes,
        double P50,
        double P95,
        double P99,
        IReadOnlyList<IReadOnlyList<int>> Hits
    );
}
