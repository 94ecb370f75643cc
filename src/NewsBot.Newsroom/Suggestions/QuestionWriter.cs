using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Suggestions;

/// <summary>
/// Writes questions about the people, bodies and places that articles name: candidates, which the articles may or may
/// not answer. Thread-safe.
/// </summary>
internal static class QuestionWriter
{
    private const int MaxNameWords = 4;
    private const int LongAcronym = 5;

    /// <summary>The sentences read of each article: news gives its main points first.</summary>
    private const int SentencesRead = 25;

    private const string SignsOfNames = " -.'’";

    private static readonly string[] PlacePrepositions = ["in", "at", "near"];
    private static readonly string[] FormsOfBe = ["was", "is", "were", "are"];

    /// <summary>Returns the questions, most promising first, at most one for each name.</summary>
    public static IReadOnlyList<string> On(IReadOnlyList<ArchivedArticle> articles)
    {
        var names = new Dictionary<string, NamedInNews>(StringComparer.Ordinal);
        foreach (var article in articles)
            Read(article, names);
        var ranked = names
            .Values.Where(name => name.IsSure)
            .OrderByDescending(name => name.Mentions)
            .ThenBy(name => name.First)
            .ThenBy(name => name.Text, StringComparer.Ordinal)
            .ToList();
        // One of each kind in turn, so that the first few differ.
        var kinds = new[]
        {
            ranked.Where(name => name.IsPlaced && name.Says > 0 && !name.HasArticle).Select(name => (name, $"Where was {name.Text}?")),
            ranked.Where(name => name.Says > 0).Select(name => (name, $"What did {name.Text} say?")),
            ranked.Where(name => name.Mentions > 1).Select(name => (name, $"What is known about {name.Text}?")),
        };
        var questions = new List<string>();
        var used = new HashSet<NamedInNews>();
        var left = Array.ConvertAll(kinds, kind => new Queue<(NamedInNews Name, string Question)>(kind));
        while (left.Any(kind => kind.Count > 0))
        {
            foreach (var kind in left)
            {
                while (kind.TryDequeue(out var next))
                {
                    if (!used.Add(next.Name))
                        continue;
                    questions.Add(next.Question);
                    break;
                }
            }
        }

        return questions;
    }

    private static void Read(ArchivedArticle article, Dictionary<string, NamedInNews> names)
    {
        AnnotatedText[] sentences =
        [
            .. article
                .Passages.SelectMany(passage => passage.Sentences)
                .Take(SentencesRead)
                .Select(range => AnnotatedText.Read(range.In(article.Article.Text))),
        ];
        var small = sentences
            .SelectMany(sentence => sentence.Words)
            .Where(word => !word.IsCapital)
            .Select(word => word.Folded)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            foreach (var span in NameFinder.Find(sentence, small))
                Read(sentence, span, names);
        }
    }

    private static void Read(AnnotatedText sentence, NameSpan span, Dictionary<string, NamedInNews> names)
    {
        var words = sentence.Words;
        var (first, last) = (words[span.Start], words[span.End - 1]);
        var follows = span.End < words.Count ? words[span.End] : null;
        // "The Russian president" does not name anyone called Russian.
        var isWhole =
            last.IsPossessive
            || follows is null
            || follows.BreakBefore > WordBreak.Hyphen
            || follows.IsStop
            || English.FiniteVerbsOfSaying.Contains(follows);
        // "Says Russia" at the end of a headline is not a name.
        if (English.FiniteVerbsOfSaying.Contains(first))
            return;
        if (!isWhole || span.End - span.Start > MaxNameWords || Write(sentence, first, last) is not { } written)
            return;
        // The last word identifies a name: "Dmitry Peskov" and "Peskov".
        if (!names.TryGetValue(last.Stem, out var name))
            names[last.Stem] = name = new NamedInNews(names.Count);
        name.Add(
            span.Start > 0 && words[span.Start - 1].Folded == "the" ? $"the {written}" : written,
            isSaying: !last.IsPossessive
                && (
                    (follows is not null && English.FiniteVerbsOfSaying.Contains(follows))
                    || (span.Start > 0 && English.FiniteVerbsOfSaying.Contains(words[span.Start - 1]))
                ),
            // The first word of a sentence is always capitalised.
            isInside: first.BreakBefore < WordBreak.Quote || span.End - span.Start > 1,
            isPlaced: follows is not null
                && FormsOfBe.Contains(follows.Folded)
                && words.Skip(span.End).Any(word => PlacePrepositions.Contains(word.Folded))
        );
    }

    /// <summary>
    /// Returns the name as written there, without the possessive ending; null for text with characters that names do
    /// not have, or with a long word in capitals.
    /// </summary>
    private static string? Write(AnnotatedText sentence, AnnotatedWord first, AnnotatedWord last)
    {
        var name = sentence.Text[first.Start..last.End];
        if (name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal))
            name = name[..^2];
        var parts = name.Split(' ');
        return
            name.Length < 2
            || parts.Any(part => !part.Any(char.IsLetterOrDigit) || (part.Length >= LongAcronym && !part.Any(char.IsLower)))
            || name.Any(c => !char.IsLetterOrDigit(c) && !SignsOfNames.Contains(c))
            ? null
            : name;
    }

    /// <summary>Represents a name and how the articles mention it.</summary>
    /// <param name="first">Its position among the names, in order of first mention.</param>
    private sealed class NamedInNews(int first)
    {
        private readonly Dictionary<string, int> forms = new(StringComparer.Ordinal);

        public int First => first;

        public int Mentions { get; private set; }

        public int Says { get; private set; }

        public bool IsPlaced { get; private set; }

        /// <summary>Gets a value indicating whether it is certainly a name, not just a word that begins a sentence.</summary>
        public bool IsSure { get; private set; }

        /// <summary>Gets a value indicating whether it is written with "the".</summary>
        public bool HasArticle => Bare(Text) != Text;

        /// <summary>Gets the longest form, in its most frequent spelling.</summary>
        public string Text => forms.OrderByDescending(form => Bare(form.Key).Length).ThenByDescending(form => form.Value).First().Key;

        public void Add(string form, bool isSaying, bool isInside, bool isPlaced)
        {
            forms[form] = forms.GetValueOrDefault(form) + 1;
            Mentions++;
            if (isSaying)
                Says++;
            IsPlaced |= isPlaced;
            IsSure |= isInside;
        }

        private static string Bare(string form) => form.StartsWith("the ", StringComparison.Ordinal) ? form[4..] : form;
    }
}
