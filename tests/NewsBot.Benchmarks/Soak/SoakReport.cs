using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;

namespace NewsBot.Benchmarks.Soak;

/// <summary>What a soak measured, and the page that says so.</summary>
internal sealed record SoakReport
{
    /// <summary>Questions a second.</summary>
    public required double Rate { get; init; }

    /// <summary>Different questions that come again.</summary>
    public required int Questions { get; init; }

    /// <summary>Different questions that are asked once.</summary>
    public required int Once { get; init; }

    /// <summary>Files that arrived during the soak.</summary>
    public required int Written { get; init; }

    /// <summary>Time between two of them.</summary>
    public required TimeSpan EveryArrival { get; init; }

    /// <summary>The soak, a tenth a row; the first one is the warm-up.</summary>
    public required IReadOnlyList<SoakRow> Rows { get; init; }

    /// <summary>Callers that asked without a pause to find out what the host can do.</summary>
    public required int Callers { get; init; }

    /// <summary>What they got a second before the soak, from a host that had read none of the questions before.</summary>
    public required double AnsweredNew { get; init; }

    /// <summary>What they got a second after the soak.</summary>
    public required double Most { get; init; }

    /// <summary>What came of the questions when twice as many were asked.</summary>
    public required IReadOnlyList<AskedQuestion> Overload { get; init; }

    /// <summary>Within what time a host that is itself again answers.</summary>
    public required TimeSpan Prompt { get; init; }

    /// <summary>How long after the overload the last answer was refused or not prompt; null: it was so to the end of a minute.</summary>
    public required TimeSpan? Recovered { get; init; }

    /// <summary>What the host held at the end.</summary>
    public required HostSample After { get; init; }

    /// <summary>Writes the page.</summary>
    public string ToMarkdown()
    {
        var settled = Rows.Skip(1).ToList();
        var asked = settled.SelectMany(row => row.Asked).ToList();
        var memory = settled.Select(row => row.PrivateMb).Order().ToArray();
        var (least, middle, most) = (memory[0], memory[memory.Length / 2], memory[^1]);
        var unanswered = asked.Count(question => question.Status != HttpStatusCode.OK);
        var accepted = Overload.Where(question => question.Status == HttpStatusCode.OK).ToList();
        var refused = Overload.Where(question => question.Status == HttpStatusCode.ServiceUnavailable).ToList();
        var again = Recovered is { } time ? $"after {time.TotalSeconds:F0} s" : "not within a minute";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            # A host that is asked for a long time

            Written by `dotnet run -c Release --project tests/NewsBot.Benchmarks -- soak-host`, whose source describes the measurement.

            {TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} processors, .NET {Environment.Version}, {RuntimeInformation.OSDescription}.
            The questions come from the same machine.

            ## {Rate:F0} questions a second for {Rows[^1].Until.TotalMinutes:F0} minutes

            The host has the news archive. Nine questions of ten are {Questions:N0} of a news quiz in turn, so that each comes again after
            {Questions / Rate:F0} s; every tenth is asked once, of {Once:N0} that were written by reading the articles. Nine tenths are asked by
            the API and one tenth on the page; a list of sources is asked for with every twentieth. Meanwhile a file arrives in a watched
            folder every {EveryArrival.TotalSeconds:F0} s, in turn a new article and a changed one ({Written:N0} files).

            After the warm-up, which is the first row:

            - answers: p50 {SoakRow.Percentile(asked, .5):F0} ms, p95 {SoakRow.Percentile(asked, .95):F0} ms, p99 {SoakRow.Percentile(
                asked,
                .99
            ):F0} ms; {unanswered:N0} of {asked.Count:N0} questions without one
            - private memory: {least:F0} to {most:F0} MB, {(least / middle) - 1:+0.0 %;-0.0 %} to {(most / middle)
                - 1:+0.0 %;-0.0 %} of the middle row
            - handles: {settled[0].Held[^1].Handles} at the start, {settled[^1].Held[^1].Handles} at the end

            | minute | questions | not answered | p50 ms | p95 ms | p99 ms | private MB, mean | resident MB, mean | handles | threads | processors |
            |---|---|---|---|---|---|---|---|---|---|---|
            {string.Join('\n', Rows.Select(row => row.ToMarkdown()))}

            ## Twice what it can do

            {Callers} callers who wait for their answers got {AnsweredNew:F1} a second to questions that nobody had asked before, and {Most:F1} after the
            soak, when the host remembered what the reading model had made of nine in ten. Of {Overload.Count:N0} questions asked at {2
                * Most:F1} a second:

            - answered: {accepted.Count:N0}, p50 {SoakRow.Percentile(accepted, .5):F0} ms, p99 {SoakRow.Percentile(accepted, .99):F0} ms
            - refused with 503: {refused.Count:N0}, p99 {SoakRow.Percentile(refused, .99):F0} ms
            - neither: {Overload.Count - accepted.Count - refused.Count:N0}

            Asked {Rate:F0} a second from then on, the host answered every question within {Prompt.TotalSeconds:F0} s again {again}. It then held
            {After.PrivateMb:F0} MB of private memory and {After.Handles} handles.

            """
        );
    }
}
