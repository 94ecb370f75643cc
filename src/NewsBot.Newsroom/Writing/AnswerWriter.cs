using System.Text;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Checking;
using NewsBot.Newsroom.Composing;
using NewsBot.Newsroom.Composing.Agreement;
using NewsBot.Newsroom.Dialogue;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Naming;

namespace NewsBot.Newsroom.Writing;

/// <summary>Writes the answer with numbered citations, or a calm decline.</summary>
internal sealed class AnswerWriter(ArticleLinks links)
{
    private const int MaxNearest = 3;

    /// <summary>Returns the answer to a message of one or more questions, of which at least one was answered.</summary>
    public Answer Answered(string question, IReadOnlyList<AnsweredPart> parts, TimeSpan elapsed)
    {
        var drafts = ShareOut(parts);
        var answer = Answered(question, drafts, elapsed);
        if (parts.Count == 1)
            return answer;
        MessageQuestion[] asked =
        [
            .. parts.Select(part => new MessageQuestion(WhiteSpace.Fold(part.Question), StatementsOf(part, drafts))),
        ];
        string[] declined = [.. parts.Where(part => part.Statements.Count == 0).Select(part => WhiteSpace.Fold(part.Question))];
        return answer with
        {
            Text = answer.Text + string.Concat(declined.Select(one => $" The articles do not answer: “{one}”")),
            Questions = asked,
            Unanswered = declined,
        };
    }

    /// <summary>Returns an answer in the articles' own sentences.</summary>
    public Answer Answered(string question, IReadOnlyList<DraftStatement> drafts, TimeSpan elapsed) =>
        Written(question, [.. drafts.Select(GroundsOf)], Answer.Extractive, elapsed) with
        {
            Disagreements = [.. Contradictions.Find(drafts).Select(group => new Disagreement(group))],
        };

    /// <summary>Returns an answer of grounded statements; <paramref name="composer"/> is the language model's name.</summary>
    public Answer Written(string question, IReadOnlyList<GroundedStatement> grounded, string composer, TimeSpan elapsed)
    {
        var citations = new CitationList(links);
        Statement[] statements =
        [
            .. grounded.Select(one => new Statement(
                one.Text,
                [.. one.Evidence.Select(evidence => citations.NumberOf(evidence.Article, evidence.Range))]
            )),
        ];
        return new Answer
        {
            Question = question,
            Outcome = Outcome.Answered,
            Text = string.Join(' ', statements.Select(TextOf)),
            Statements = statements,
            Citations = citations.All,
            Grounds = grounded,
            Composer = composer,
            Elapsed = elapsed,
        };
    }

    /// <summary>Returns a decline with the nearest articles.</summary>
    public Answer NotFound(string question, IReadOnlyList<RetrievedPassage> passages, TimeSpan elapsed)
    {
        var nearest = NearestOf(passages);
        var offer = nearest.Length == 0 ? "" : " Nearest articles: " + string.Join("; ", nearest.Select(Describe)) + ".";
        return new Answer
        {
            Question = question,
            Outcome = Outcome.NotFound,
            Text = Answer.NotAnswered + offer,
            Nearest = nearest,
            Composer = Answer.Extractive,
            Elapsed = elapsed,
        };
    }

    /// <summary>Returns the decline of a question that is not in English.</summary>
    public static Answer InAnotherLanguage(string question, TimeSpan elapsed) =>
        new()
        {
            Question = question,
            Outcome = Outcome.NotFound,
            Text = "The articles are in English, and this question is not. Please ask it in English.",
            Composer = Answer.Extractive,
            Elapsed = elapsed,
        };

    /// <summary>Returns NewsBot's own words, for a message that is not a question.</summary>
    public static Answer Reply(string message, DialogueAct act, TimeSpan elapsed) =>
        new()
        {
            Question = message,
            Outcome = act switch
            {
                DialogueAct.Empty or DialogueAct.TooLong or DialogueAct.UnreadableFilter => Outcome.Invalid,
                DialogueAct.Wordless or DialogueAct.ProgramText => Outcome.NotFound,
                _ => Outcome.Reply,
            },
            Text = DialogueReplies.To(act),
            Composer = Answer.Extractive,
            Elapsed = elapsed,
        };

    /// <summary>Returns the passages that match a query: a list, not an answer.</summary>
    public static Answer Sources(string message, string query, IReadOnlyList<RetrievedPassage> passages, TimeSpan elapsed) =>
        new()
        {
            Question = message,
            Outcome = Outcome.Sources,
            Text =
                passages.Count == 0
                    ? $"No passage matches “{query}”."
                    : $"Passages that match “{query}”, best first:"
                        + string.Concat(
                            passages.Select(
                                (passage, place) => $"\n{place + 1}. {Describe(passage.Article.Article)}: {WhiteSpace.Fold(passage.Text)}"
                            )
                        ),
            Passages = passages,
            Composer = Answer.Extractive,
            Elapsed = elapsed,
        };

    /// <summary>Returns what the articles say about each sentence of a text: a list with the evidence, not an answer.</summary>
    public static Answer Checked(string message, IReadOnlyList<CheckedSentence> sentences, TimeSpan elapsed) =>
        new()
        {
            Question = message,
            Outcome = Outcome.Reply,
            Text = string.Join('\n', sentences.Select(Describe)),
            CheckedAgainst = CheckedSentence.SourcesOf(sentences),
            Composer = Answer.Extractive,
            Elapsed = elapsed,
        };

    private NearestSource[] NearestOf(IReadOnlyList<RetrievedPassage> passages) =>
        [
            .. passages
                .Select(passage => passage.Article.Article)
                .DistinctBy(article => article.Source)
                .Take(MaxNearest)
                .Select(article => new NearestSource(article.Source, Headlines.Of(article), article.PublishedOn, links.To(article.Source))
                {
                    Outlet = OutletName.Known(article),
                }),
        ];

    /// <summary>
    /// Returns the statements of the only question, or each question's best statement before any question's second, at most three in all,
    /// in the order of the questions.
    /// </summary>
    private static List<DraftStatement> ShareOut(IReadOnlyList<AnsweredPart> parts)
    {
        var most = parts.Count == 1 ? parts[0].Statements.Count : StatementComposer.MaxStatements;
        var shared = parts
            .SelectMany(
                (part, number) => part.Statements.Select((statement, place) => (Place: place, Number: number, Statement: statement))
            )
            .OrderBy(one => one.Place)
            .ThenBy(one => one.Number)
            .Take(most);
        var statements = new List<DraftStatement>();
        foreach (var one in shared.OrderBy(one => one.Number).ThenBy(one => one.Place))
        {
            if (!statements.Any(known => known.Candidate.Overlaps(one.Statement.Candidate)))
                statements.Add(one.Statement);
        }

        return statements;
    }

    /// <summary>
    /// Returns the positions of a part's statements among those shown; a statement found for several parts is shown once.
    /// </summary>
    private static int[] StatementsOf(AnsweredPart part, List<DraftStatement> shown) =>
        [
            .. shown
                .Index()
                .Where(one =>
                    part.Statements.Any(statement =>
                        ReferenceEquals(statement, one.Item) || statement.Candidate.Overlaps(one.Item.Candidate)
                    )
                )
                .Select(one => one.Index),
        ];

    private static GroundedStatement GroundsOf(DraftStatement draft) =>
        new(
            draft.Candidate.Words.Text,
            [.. draft.Cited.Select(cited => new GroundedQuote(cited.Article.Article, cited.Passage.Range, cited.Range))]
        );

    private static string Describe(CheckedSentence sentence)
    {
        var text = $"{CheckWords.Of(sentence.Verdict)}: “{WhiteSpace.Fold(sentence.Text)}”";
        return sentence.Article is { } article
            ? $"{text} {Describe(article)}: “{WhiteSpace.Fold(sentence.Evidence.In(article.Text))}”"
            : $"{text} {CheckWords.NoEvidence}";
    }

    private static string Describe(NearestSource nearest) => Describe(nearest.Headline, nearest.Source, nearest.Outlet, nearest.Published);

    private static string Describe(Article article) =>
        Describe(Headlines.Of(article), article.Source, OutletName.Known(article), article.PublishedOn);

    private static string Describe(string headline, string source, string? outlet, DateOnly? published) =>
        $"“{headline}” ({SourceText.Of(source, outlet, published)})";

    private static string TextOf(Statement statement)
    {
        var text = new StringBuilder(WhiteSpace.Fold(statement.Shown));
        foreach (var number in statement.Citations)
            text.Append(" [").Append(number).Append(']');
        return text.ToString();
    }
}
