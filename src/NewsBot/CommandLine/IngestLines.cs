using NewsBot.Archive.Ingest;
using NewsBot.Text;

namespace NewsBot.CommandLine;

/// <summary>
/// Reports an ingest line by line as it is committed. Unchanged files, of which there may be thousands, are only counted. Several articles
/// of one file are reported by commit in one line and, if they are lines of it, with the last line that is safe.
/// </summary>
/// <param name="write">Takes one line, and writes it through at once.</param>
/// <param name="advance">Receives the progress; null where no one watches.</param>
internal sealed class IngestLines(Action<string> write, Action<IngestProgress>? advance) : IProgress<IngestProgress>
{
    /// <inheritdoc />
    public void Report(IngestProgress value)
    {
        var news = value.Committed.Where(article => article.Outcome != IngestOutcome.Unchanged).ToList();
        foreach (var article in news.Where(article => article.Outcome == IngestOutcome.Withdrawn))
            Write(article.Outcome, article.Source);
        var files = news.Where(article => article.Outcome != IngestOutcome.Withdrawn).GroupBy(article => (article.File, article.Outcome));
        foreach (var file in files)
        {
            var (count, last) = (file.Count(), file.Max(article => article.Line));
            var numbers =
                last is not null ? $": {count} to line {last}"
                : count > 1 ? $": {count} articles"
                : "";
            Write(file.Key.Outcome, file.Key.File + numbers);
        }

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
            IngestOutcome.Older => "older",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };
        write($"{word, -11}{PlainText.OneLine(what)}");
    }
}
