using System.Text;
using NewsBot.Archive;
using NewsBot.Newsroom.Composing;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Answers;

/// <summary>Writes the answer: numbers the citations, and says calmly when there is none.</summary>
internal sealed class AnswerWriter(ArticleLinks links)
{
    /// <summary>Name of the composer that prints the sources' own sentences.</summary>
    public const string Extractive = "extractive";

    private const int MaxNearest = 3;

    public Answer Answered(string question, IReadOnlyList<DraftStatement> drafts, TimeSpan elapsed)
    {
        var citations = new List<Citation>();
        var statements = drafts.Select(draft => new Statement(draft.Candidate.Words.Text, [.. draft.Cited.Select(cited => Number(cited, citations))])).ToArray();
        return new Answer
        {
            Question = question,
            Outcome = Outcome.Answered,
            Text = string.Join(' ', statements.Select(TextOf)),
            Statements = statements,
            Citations = citations,
            Composer = Extractive,
            Elapsed = elapsed,
        };
    }

    public Answer NotFound(string question, IReadOnlyList<RetrievedPassage> passages, TimeSpan elapsed)
    {
        var nearest = passages.Select(passage => passage.Article.Article).DistinctBy(article => article.Source).Take(MaxNearest)
            .Select(article => new NearestSource(article.Source, article.Headline, article.PublishedOn, links.To(article.Source))).ToArray();
        var offer = nearest.Length == 0 ? "" : " Nearest found: " + string.Join("; ", nearest.Select(Describe)) + ".";
        return new Answer
        {
            Question = question,
            Outcome = Outcome.NotFound,
            Text = "The articles do not answer this question." + offer,
            Nearest = nearest,
            Composer = Extractive,
            Elapsed = elapsed,
        };
    }

    public static Answer Invalid(string question, TimeSpan elapsed) => new()
    {
        Question = question,
        Outcome = Outcome.Invalid,
        Text = question.Length > QuestionRequest.MaxChars
            ? $"A question is at most {QuestionRequest.MaxChars:N0} characters long; this one has {question.Length:N0}. Please shorten it."
            : "Please ask a question, for example: who said what, where and when?",
        Composer = Extractive,
        Elapsed = elapsed,
    };

    private int Number(Candidate cited, List<Citation> citations)
    {
        var article = cited.Article.Article;
        var known = citations.Find(citation => citation.Source == article.Source && citation.Range == cited.Range);
        if (known is not null) return known.Number;
        citations.Add(new Citation
        {
            Number = citations.Count + 1,
            Source = article.Source,
            Headline = article.Headline,
            Published = article.PublishedOn,
            Quote = cited.Range.In(article.Text),
            Range = cited.Range,
            Link = links.To(article.Source, cited.Range),
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
