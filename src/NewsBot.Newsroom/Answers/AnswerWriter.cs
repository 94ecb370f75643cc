using System.Text;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Composing;
using NewsBot.Newsroom.Composing.Agreement;
using NewsBot.Newsroom.Grounding.Verdicts;

namespace NewsBot.Newsroom.Answers;

/// <summary>Writes the answer: numbers the citations, and says calmly when there is none.</summary>
internal sealed partial class AnswerWriter(ArticleLinks links)
{
    /// <summary>Name of the composer that prints the sources' own sentences.</summary>
    public const string Extractive = "extractive";

    /// <summary>What a decline says.</summary>
    public const string NotAnswered = "The articles do not answer this question.";

    private const int MaxNearest = 3;

    public Answer Answered(string question, IReadOnlyList<AnsweredPart> parts, TimeSpan elapsed)
    {
        var answer = Answered(question, ShareOut(parts), elapsed);
        var declined = parts.Where(part => part.Statements.Count == 0).Select(part => FoldSpace(part.Question)).ToArray();
        return answer with { Text = answer.Text + string.Concat(declined.Select(question => $" The articles do not answer: “{question}”")), Unanswered = declined };
    }

    public Answer Answered(string question, IReadOnlyList<DraftStatement> drafts, TimeSpan elapsed) =>
        Written(question, [.. drafts.Select(GroundsOf)], Extractive, elapsed) with { Disagreements = [.. Contradictions.Find(drafts).Select(group => new Disagreement(group))] };

    public Answer NotFound(string question, IReadOnlyList<RetrievedPassage> passages, TimeSpan elapsed)
    {
        var nearest = NearestOf(passages);
        var offer = nearest.Length == 0 ? "" : " Nearest found: " + string.Join("; ", nearest.Select(Describe)) + ".";
        return new Answer
        {
            Question = question,
            Outcome = Outcome.NotFound,
            Text = NotAnswered + offer,
            Nearest = nearest,
            Composer = Extractive,
            Elapsed = elapsed,
        };
    }

    /// <summary>What is no question gets words and nothing else.</summary>
    public static Answer Reply(string message, Outcome outcome, string reply, TimeSpan elapsed) =>
        new() { Question = message, Outcome = outcome, Text = reply, Composer = Extractive, Elapsed = elapsed };

    /// <summary>The articles that mention what was looked for: a list, not an answer.</summary>
    public Answer Sources(string message, string query, IReadOnlyList<RetrievedPassage> passages, TimeSpan elapsed)
    {
        var nearest = NearestOf(passages);
        var text = nearest.Length == 0 ? $"No article mentions “{query}”." : $"Articles on “{query}”: " + string.Join("; ", nearest.Select(Describe)) + ".";
        return new Answer { Question = message, Outcome = Outcome.NotFound, Text = text, Nearest = nearest, Composer = Extractive, Elapsed = elapsed };
    }

    private NearestSource[] NearestOf(IReadOnlyList<RetrievedPassage> passages) =>
        [.. passages.Select(passage => passage.Article.Article).DistinctBy(article => article.Source).Take(MaxNearest)
            .Select(article => new NearestSource(article.Source, article.Headline, article.PublishedOn, links.To(article.Source)))];

    /// <summary>Each question's best statement before any question's second one, in the order of the questions; at most three.</summary>
    private static List<DraftStatement> ShareOut(IReadOnlyList<AnsweredPart> parts)
    {
        var shared = parts.SelectMany((part, number) => part.Statements.Select((statement, place) => (Place: place, Number: number, Statement: statement)))
            .OrderBy(one => one.Place).ThenBy(one => one.Number).Take(StatementComposer.MaxStatements);
        var statements = new List<DraftStatement>();
        foreach (var one in shared.OrderBy(one => one.Number).ThenBy(one => one.Place))
        {
            if (!statements.Any(known => known.Candidate.Overlaps(one.Statement.Candidate))) statements.Add(one.Statement);
        }

        return statements;
    }

    private static GroundedStatement GroundsOf(DraftStatement draft) =>
        new(draft.Candidate.Words.Text, [.. draft.Cited.Select(cited => new GroundedQuote(cited.Article.Article, cited.Passage.Range, cited.Range))]);

    private int Number(Article article, TextRange range, List<Citation> citations)
    {
        var known = citations.Find(citation => citation.Source == article.Source && citation.Range == range);
        if (known is not null) return known.Number;
        citations.Add(new Citation
        {
            Number = citations.Count + 1,
            Source = article.Source,
            Headline = article.Headline,
            Published = article.PublishedOn,
            Quote = range.In(article.Text),
            Range = range,
            Link = links.To(article.Source, range),
        });
        return citations.Count;
    }

    private static string Describe(NearestSource nearest) =>
        nearest.Published is { } day ? $"“{nearest.Headline}” ({nearest.Source}, {day:yyyy-MM-dd})" : $"“{nearest.Headline}” ({nearest.Source})";

    private static string TextOf(Statement statement)
    {
        var text = new StringBuilder(FoldSpace(statement.Text));
        foreach (var number in statement.Citations) text.Append(" [").Append(number).Append(']');
        return text.ToString();
    }

    private static string FoldSpace(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
