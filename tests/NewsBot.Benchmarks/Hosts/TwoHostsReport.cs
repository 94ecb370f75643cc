using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Hosts;

/// <summary>The page about a run with two hosts.</summary>
internal static class TwoHostsReport
{
    /// <summary>Returns the page.</summary>
    /// <param name="server">Has what the hosts stored.</param>
    /// <param name="database">Their database.</param>
    /// <param name="questions">What was asked.</param>
    /// <param name="receiver">What was answered and posted.</param>
    /// <param name="written">The sources of the articles that arrived.</param>
    /// <param name="rate">Questions a second.</param>
    /// <param name="duration">How long they were asked.</param>
    /// <param name="starts">How long each start after a kill took.</param>
    /// <param name="checks">The exit codes of <c>newsbot check</c>, of each host.</param>
    public static async Task<string> WriteAsync(
        PostgresServer server,
        string database,
        ChatQuestions questions,
        ChatReceiver receiver,
        IReadOnlyList<string> written,
        int rate,
        TimeSpan duration,
        IReadOnlyList<TimeSpan> starts,
        IReadOnlyList<int> checks
    )
    {
        var posts = await PostsAsync(server, database);
        var answers = receiver.Answers;
        var inTeams = questions.Taken.Where(one => IsTeams(one.Key)).ToList();
        var onDiscord = questions.Taken.Where(one => !IsTeams(one.Key)).ToList();
        var second = answers.Where(one => one.Value.Times > 1).ToList();
        var unexplained = second.Count(one => one.Value.Times - 1 > (posts.TryGetValue(one.Key, out var post) ? post.Uncertain : 0));
        var (late, aside) = OutOfOrder(posts, receiver.FirstAnswers);
        var uncited = questions.Taken.Keys.Count(one => answers.TryGetValue(one, out var answer) && !answer.IsCited);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            # Two hosts with one PostgreSQL

            Written by `dotnet run -c Release --project tests/NewsBot.Benchmarks -- hosts`, whose source describes the measurement.

            {TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} processors, .NET {Environment.Version}, {RuntimeInformation.OSDescription}.
            Hosts, PostgreSQL (without `fsync`) and those who ask share the machine.

            For {duration.TotalSeconds:F0} s, {rate} questions a second are asked, in turn in Teams (50 conversations) and on Discord, of the two hosts in
            turn: four questions about the seeds. Every 20 s one host is killed and started again, in turn. Once, one host is cut off from the
            database for 10 s, and once the database is restarted. Every 2 s an article arrives in a folder that one host watches.

            | | Teams | Discord |
            |---|---|---|
            | questions that a host acknowledged | {inTeams.Count:N0} | {onDiscord.Count:N0} |
            | without an answer | {inTeams.Count(Unanswered):N0} | {onDiscord.Count(Unanswered):N0} |
            | acknowledged after, p50 and p99, ms | {Times(inTeams.Select(one => one.Value.Acknowledged))} | {Times(
                onDiscord.Select(one => one.Value.Acknowledged)
            )} |
            | answered after the question was first asked, p50 and p99, ms | {Times(inTeams.SelectMany(Waited))} | {Times(
                onDiscord.SelectMany(Waited)
            )} |

            - asked again because a host did not take it: {questions.Again:N0}
            - answers without a citation: {uncited:N0}
            - second answers: {second.Sum(one => one.Value.Times - 1):N0}; posts of unknown fate, as the hosts counted them: {posts.Values.Sum(post => post.Uncertain):N0}; second
              answers that these do not explain: {unexplained:N0}
            - answers after that of a later message of the conversation: {late:N0}; {aside:N0} more whose post failed three times in a row, so that the
              others went on
            - articles that arrived: {written.Count:N0}; not posted to the webhook within a minute after the last answer: {written.Count(source =>
                !receiver.Articles.ContainsKey(source)
            ):N0}; more than once: {receiver.Articles.Count(one => one.Value > 1):N0}
            - digests: {receiver.Digests.Count:N0}, posted {receiver.Digests.Values.Sum():N0} times
            - kills: {starts.Count}; ready again after {starts.Select(start => start.TotalSeconds).DefaultIfEmpty().Min():F1} to {starts
                .Select(start => start.TotalSeconds)
                .DefaultIfEmpty()
                .Max():F1} s
            - `newsbot check` of each host at the end: {string.Join(", ", checks.Select(code => code == 0 ? "in order" : $"exit code {code}"))}

            """
        );

        bool Unanswered(KeyValuePair<string, (long Asked, double Acknowledged)> one) => !answers.ContainsKey(one.Key);

        IEnumerable<double> Waited(KeyValuePair<string, (long Asked, double Acknowledged)> one) =>
            answers.TryGetValue(one.Key, out var answer) ? [Stopwatch.GetElapsedTime(one.Value.Asked, answer.First).TotalMilliseconds] : [];
    }

    private static bool IsTeams(string question) => char.IsAsciiDigit(question[0]);

    private static string Times(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        return sorted.Length == 0
            ? "–"
            : string.Create(CultureInfo.InvariantCulture, $"{sorted[sorted.Length / 2]:F0}, {sorted[(int)(.99 * sorted.Length)]:F0}");
    }

    private static async Task<Dictionary<string, (long Turn, int Tries, int Uncertain)>> PostsAsync(PostgresServer server, string database)
    {
        var rows = await server.RunAsync(
            "psql",
            "-AtF",
            " ",
            "-c",
            "SELECT target, turn, tries, uncertain FROM newsbot.teams_posts WHERE turn IS NOT NULL AND target IS NOT NULL",
            database
        );
        return rows.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split(' '))
            .GroupBy(row => row[0], StringComparer.Ordinal)
            .ToDictionary(
                same => same.Key,
                same => (Number(same.First()[1]), (int)same.Max(row => Number(row[2])), (int)same.Sum(row => Number(row[3]))),
                StringComparer.Ordinal
            );
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>
    /// Returns how many answers came after the answer to a message that was taken in later. A post that failed three times in a row is
    /// tried beside the conversation, and may be late.
    /// </summary>
    private static (int Late, int Aside) OutOfOrder(
        Dictionary<string, (long Turn, int Tries, int Uncertain)> posts,
        IEnumerable<string> firstAnswers
    )
    {
        var newest = new Dictionary<string, long>(StringComparer.Ordinal);
        var (late, aside) = (0, 0);
        foreach (var question in firstAnswers.Where(IsTeams))
        {
            if (!posts.TryGetValue(question, out var post))
                continue;
            var conversation = question[..question.IndexOf('-', StringComparison.Ordinal)];
            if (post.Turn > newest.GetValueOrDefault(conversation))
                newest[conversation] = post.Turn;
            else if (post.Tries > 3)
                aside++;
            else
                late++;
        }

        return (late, aside);
    }
}
