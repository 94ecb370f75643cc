using System.Runtime.CompilerServices;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Candidates;

/// <summary>Reads retrieved passages into candidates: every sentence, and pairs in which one sentence needs the other.</summary>
/// <remarks>Thread-safe. Results are kept for as long as the archive keeps the article in memory.</remarks>
internal static class CandidateReader
{
    /// <summary>
    /// Maximum length of a statement, in UTF-16 code units. Longer sentences are lists, tables and menus, which nobody would print as an
    /// answer.
    /// </summary>
    private const int MaxStatementChars = 700;

    private static readonly ConditionalWeakTable<Passage, PassageCandidates> Known = [];
    private static readonly ConditionalWeakTable<Passage, AnnotatedPassage> Annotated = [];
    private static readonly ConditionalWeakTable<Article, HashSet<string>> Headlines = [];

    /// <summary>Returns the candidates of each passage, in the order of the passages.</summary>
    public static IReadOnlyList<PassageCandidates> Read(IReadOnlyList<RetrievedPassage> passages) => [.. passages.Select(Read)];

    /// <summary>Returns the candidates of a passage.</summary>
    public static PassageCandidates Read(RetrievedPassage passage) =>
        Known.TryGetValue(passage.Passage, out var candidates)
            ? candidates
            : Known.GetValue(passage.Passage, _ => Read(passage.Article, passage.Passage));

    private static PassageCandidates Read(ArchivedArticle article, Passage passage)
    {
        var text = article.Article.Text;
        var here = Annotate(article, passage);
        var before = passage.Number > 0 ? Annotate(article, article.Passages[passage.Number - 1]) : null;
        var sentences = here.Sentences;
        var near = here.Stems;
        if (before is not null)
        {
            near = new HashSet<string>(before.Stems, StringComparer.Ordinal);
            near.UnionWith(here.Stems);
        }

        if (!Headlines.TryGetValue(article.Article, out var headline))
            headline = Headlines.GetValue(article.Article, _ => AnnotatedPassage.StemsOf([AnnotatedText.Read(article.Article.Headline)]));
        var candidates = new List<Candidate>();
        for (var number = 0; number < sentences.Count; number++)
        {
            var pair = number > 0 && BelongTogether(sentences[number - 1], sentences[number]) ? Make(number - 1, 2, null) : null;
            if (pair is not null)
                candidates.Add(pair);
            var isCutQuotation = pair is null && number + 1 < sentences.Count && EndsInsideQuotation(sentences[number].Text);
            if (Make(number, 1, isCutQuotation ? Make(number, 2, null) : pair) is { } single)
                candidates.Add(single);
        }

        return new PassageCandidates(candidates, here, headline);

        Candidate? Make(int first, int count, Candidate? resolved)
        {
            var range = new TextRange(passage.Sentences[first].Start, passage.Sentences[first + count - 1].End);
            return range.Length > MaxStatementChars
                ? null
                : new Candidate
                {
                    Article = article,
                    Passage = passage,
                    Number = first,
                    SentenceCount = count,
                    Range = range,
                    Words = count == 1 ? sentences[first] : AnnotatedText.Read(range.In(text)),
                    Context = new CandidateContext(near, headline, first > 0 ? sentences[first - 1] : before?.Sentences[^1]),
                    Resolved = resolved,
                };
        }
    }

    /// <summary>Determines whether the second sentence continues the first one's quotation, or needs it to say who "he" is.</summary>
    private static bool BelongTogether(AnnotatedText first, AnnotatedText second) =>
        EndsInsideQuotation(first.Text) || StartsWithPronoun(second) || IsSaidByPronoun(second);

    /// <summary>Determines whether the speaker is named only in the sentence before: “…”, he added.</summary>
    private static bool IsSaidByPronoun(AnnotatedText sentence)
    {
        var words = sentence.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].IsQuoted || !English.SubjectPronouns.Contains(words[i]))
                continue;
            var speaks =
                (i + 1 < words.Count && English.VerbsOfSaying.Contains(words[i + 1]))
                || (i > 0 && English.VerbsOfSaying.Contains(words[i - 1]));
            if (speaks)
                return !words.Take(i).Any(word => word.IsCapital && !word.IsStop && !word.IsQuoted && word.BreakBefore < WordBreak.Quote);
        }

        return false;
    }

    private static bool EndsInsideQuotation(string text)
    {
        var open = text.LastIndexOf('“');
        return open >= 0 ? text.IndexOf('”', open) < 0 && text.IndexOf('"', open) < 0 : text.Count(c => c == '"') % 2 == 1;
    }

    private static bool StartsWithPronoun(AnnotatedText sentence) => sentence.Words is [var word, ..] && English.Anaphors.Contains(word);

    private static AnnotatedPassage Annotate(ArchivedArticle article, Passage passage) =>
        Annotated.TryGetValue(passage, out var words)
            ? words
            : Annotated.GetValue(passage, _ => AnnotatedPassage.Read(article.Article.Text, passage));
}
