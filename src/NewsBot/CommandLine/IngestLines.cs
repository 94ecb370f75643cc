using NewsBot.Archive.Ingest;
using NewsBot.Text;

namespace NewsBot.CommandLine;

/// <summary>
/// Reports an ingest line by line as it is committed. Of thousands of unchanged files nobody wants to read, so these are only counted;
/// articles that are lines of a file are reported by commit, with the last line that is safe.
/// </summary>
/// <param name="write">Takes one line, and writes it through at once.</param>
/// <param name="advance">Told how much is read; null where nobody watches.</param>
internal sealed class IngestLines(Action<string> write, Action<IngestProgress>? advance) : IProgress<IngestProgress>
{
    /// <inheritdoc />
    public void Report(IngestProgress value)
    {
        foreach (var article in value.Committed.Where(article => article.Line is null && article.Outcome != IngestOutcome.Unchanged))
            Write(article.Outcome, article.Outcome == IngestOutcome.Withdrawn ? article.Source : article.File);
        var lines = value.Committed.Where(article => article.Line is not null && article.Outcome != IngestOutcome.Unchanged);
        foreach (var group in lines.GroupBy(article => (article.File, article.Outcome)))
            Write(group.Key.Outcome, $"{group.Key.File}: {group.Count()} to line {group.Max(article => article.Line)}");
        foreach (var rejection in value.Rejected)
            write("REJECTED   " + PlainText.OneLine(rejection.ToString()));
        advance?.Invoke(value);
    }

    private void Write(IngestOutcome outcome, string what)
    {
        var word = outcome switch
        {
            IngestOutcome.Added => "added",
            IngestOutcome.Replaced => "replaced",
            IngestOutcome.Withdrawn => "withdrawn",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };
        write($"{word,-11}{PlainText.OneLine(what)}");
    }
}
