using NewsBot.Archive.Passages;
using NewsBot.Search.Analysis;

namespace NewsBot.Newsroom.Layout;

/// <summary>
/// Represents a passage that a search found, both whole and shortened to the sentences with words of the query. Immutable.
/// </summary>
public sealed record PassageExcerpt
{
    /// <summary>Once this many UTF-16 code units are shown, no more sentences are added.</summary>
    private const int EnoughChars = 240;

    private const string Ellipsis = " … ";

    /// <summary>Words of a query that begin with one of these are not searched for in the text.</summary>
    private static readonly string[] Operators = ["-", "source:", "before:", "after:"];

    /// <summary>Gets the sentences to show at first, with an ellipsis for each omission.</summary>
    public required IReadOnlyList<FoundPiece> Shown { get; init; }

    /// <summary>Gets the whole passage.</summary>
    public required IReadOnlyList<FoundPiece> All { get; init; }

    /// <summary>Gets a value indicating whether part of the passage is left out at first.</summary>
    public required bool IsShortened { get; init; }

    /// <summary>Shortens a passage.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="query">The query, with search operators but without the words of a filter.</param>
    public static PassageExcerpt Of(RetrievedPassage passage, string query)
    {
        ArgumentNullException.ThrowIfNull(passage);
        ArgumentNullException.ThrowIfNull(query);
        var text = passage.Article.Article.Text;
        var terms = TermsOf(query);
        TextRange[] found =
        [
            .. TextAnalyzer
                .Analyze(passage.Text)
                .Where(token => terms.Contains(token.Term))
                .Select(token => new TextRange(
                    passage.Passage.Range.Start + token.Start,
                    passage.Passage.Range.Start + token.Start + token.Length
                )),
        ];
        var shown = Choose(passage.Passage, found);
        var pieces = new List<FoundPiece>();
        var at = passage.Passage.Range.Start;
        foreach (var range in shown)
        {
            if (range.Start > at)
                pieces.Add(new FoundPiece(pieces.Count == 0 ? Ellipsis.TrimStart() : Ellipsis, false));
            pieces.AddRange(Cut(text, range, found));
            at = range.End;
        }

        if (at < passage.Passage.Range.End)
            pieces.Add(new FoundPiece(Ellipsis.TrimEnd(), false));
        return new PassageExcerpt
        {
            Shown = pieces,
            All = [.. Cut(text, passage.Passage.Range, found)],
            IsShortened = shown is not [var only] || only != passage.Passage.Range,
        };
    }

    private static HashSet<string> TermsOf(string query) =>
        query
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !Operators.Any(one => part.StartsWith(one, StringComparison.OrdinalIgnoreCase)))
            .SelectMany(TextAnalyzer.Analyze)
            .Where(token => !token.IsStopWord)
            .Select(token => token.Term)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// Returns the sentences with most of the words, in order, with neighbours joined; the first sentences when none
    /// contains any, as the headline does.
    /// </summary>
    private static List<TextRange> Choose(Passage passage, TextRange[] found)
    {
        var chosen = new List<TextRange>();
        foreach (
            var sentence in passage
                .Sentences.OrderByDescending(sentence => found.Count(word => word.Start >= sentence.Start && word.End <= sentence.End))
                .ThenBy(sentence => sentence.Start)
        )
        {
            if (chosen.Sum(one => one.Length) >= EnoughChars)
                break;
            chosen.Add(sentence);
        }

        if (chosen.Count == passage.Sentences.Count)
            return [passage.Range];
        var joined = new List<TextRange>();
        foreach (var sentence in chosen.OrderBy(sentence => sentence.Start))
        {
            var isNext = joined.Count > 0 && passage.Sentences.All(other => other.Start < joined[^1].End || other.Start >= sentence.Start);
            if (isNext)
                joined[^1] = new TextRange(joined[^1].Start, sentence.End);
            else
                joined.Add(sentence);
        }

        return joined;
    }

    private static IEnumerable<FoundPiece> Cut(string text, TextRange range, TextRange[] found)
    {
        var at = range.Start;
        foreach (var word in found.Where(word => word.Start >= range.Start && word.End <= range.End))
        {
            if (word.Start > at)
                yield return new FoundPiece(text[at..word.Start], false);
            yield return new FoundPiece(word.In(text), true);
            at = word.End;
        }

        if (at < range.End)
            yield return new FoundPiece(text[at..range.End], false);
    }
}
