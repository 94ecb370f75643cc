using NewsBot.Archive.Parsing;

namespace NewsBot.Archive.Ingest;

/// <summary>
/// Holds back the articles of a file whose source occurs more than once in it, until the last of each is known. Ingesting the same file
/// again then finds every article unchanged, rather than replacing each by its older line and that by its newer one.
/// </summary>
internal sealed class RepeatedLines(IReadOnlySet<SourceKey> repeated)
{
    // Beyond this limit the older lines are ingested before the newer ones: slower when repeated, but in bounded memory.
    private const int MaxHeldChars = 32_000_000;

    private readonly Dictionary<string, ReadResult> held = new(StringComparer.Ordinal);
    private long chars;

    /// <summary>
    /// Determines whether the line is held back. <paramref name="superseded"/> is the line that does not count because of it, if any: the
    /// one of the lower version, or else the earlier one.
    /// </summary>
    public bool HoldsBack(ReadResult result, out IngestItem.Superseded? superseded)
    {
        superseded = null;
        if (result.Article is not { } article || repeated.Count == 0 || !repeated.Contains(SourceKey.Of(article.Source)))
            return false;

        if (held.TryGetValue(article.Source, out var earlier))
        {
            if (article.Version < earlier.Article!.Version)
            {
                superseded = new IngestItem.Superseded(result.Line, earlier.Line);
                return true;
            }

            superseded = new IngestItem.Superseded(earlier.Line, result.Line);
            chars -= earlier.Article.Text.Length;
        }

        held[article.Source] = result;
        chars += article.Text.Length;
        return true;
    }

    public IEnumerable<ReadResult> TakeWhatIsTooMuch() => chars > MaxHeldChars ? TakeAll() : [];

    /// <summary>Returns everything that is held back, by line.</summary>
    public IEnumerable<ReadResult> TakeAll()
    {
        ReadResult[] all = [.. held.Values.OrderBy(result => result.Line)];
        held.Clear();
        chars = 0;
        return all;
    }
}
