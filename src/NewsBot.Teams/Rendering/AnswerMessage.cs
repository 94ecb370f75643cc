using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NewsBot.Newsroom.Answers;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Rendering;

/// <summary>Lays out an answer as a message of Teams.</summary>
internal static class AnswerMessage
{
    private const string ExtractiveComposer = "extractive";
    private const string WrittenByModel = "AIGeneratedContent";
    private const int MaxNameChars = 80;
    private const int MaxAbstractChars = 160;
    private const int MaxSuggestionChars = 300;

    /// <param name="answer">The answer.</param>
    /// <param name="answerId">The id under which it is kept, for its buttons.</param>
    /// <param name="personal">Whether it goes to a personal chat: only there are suggested actions shown.</param>
    public static Activity Render(Answer answer, string answerId, bool personal)
    {
        var message = answer.Outcome switch
        {
            Outcome.Answered => Answered(answer, answerId),
            Outcome.NotFound => Declined(answer) with { SuggestedActions = personal ? Suggestions(answer) : null },
            _ => Text(SafeText.Markdown(answer.Text)),
        };
        return answer.Outcome == Outcome.Invalid ? message : message with { ChannelData = new ChannelData { FeedbackLoop = new FeedbackLoop("default") } };
    }

    /// <summary>A message with nothing but text in Markdown.</summary>
    public static Activity Text(string markdown) => new() { Type = ActivityTypes.Message, TextFormat = "markdown", Text = markdown };

    /// <summary>The text with its citation numbers, in whole statements as far as there is room, and then where the rest is.</summary>
    public static string BodyText(Answer answer)
    {
        var text = new StringBuilder();
        var hasStatement = false;
        Append(text, answer.UnderstoodAs is { } understood ? $"*Understood as: {SafeText.Markdown(WordCut.At(understood, MaxSuggestionChars))}*" : null);
        foreach (var (statement, lead) in Led(answer))
        {
            var numbers = statement.Citations.Where(n => n <= MessageSize.MaxCitations).ToList();
            if (numbers.Count == 0)
                continue;
            var line = lead + SafeText.Markdown(statement.Text) + string.Concat(numbers.Select(n => string.Create(CultureInfo.InvariantCulture, $" [{n}]")));
            if (text.Length + line.Length > MessageSize.MaxTextChars)
            {
                var link = SafeLink.Of(answer.Citations.FirstOrDefault(c => c.Number == numbers[0])?.Link);
                if (!hasStatement)
                    line = SafeText.Markdown(WordCut.At(statement.Text, MessageSize.MaxTextChars / 8)) + string.Create(CultureInfo.InvariantCulture, $" [{numbers[0]}]");
                Append(text, hasStatement ? null : line);
                Append(text, link is null ? "…" : $"… [The rest is in the article]({link})");
                break;
            }

            Append(text, line);
            hasStatement = true;
        }

        foreach (var question in answer.Unanswered)
            Append(text, $"The newsroom's articles do not answer: “{SafeText.Markdown(WordCut.At(question, MaxSuggestionChars))}”");
        return text.ToString();
    }

    /// <summary>The statements with what goes before them: those that contradict each other come last, newest first, each with its date and source.</summary>
    private static IEnumerable<(Statement Statement, string Lead)> Led(Answer answer)
    {
        foreach (var statement in answer.Undisputed)
            yield return (statement, "");
        var lead = "**The sources do not agree.** The newest stands first:\n\n";
        foreach (var statement in Disputed(answer))
        {
            var newest = answer.NewestOf(statement);
            yield return (statement, $"{lead}- **{SafeText.Markdown(WordCut.At(NameOf(newest.Headline, newest.Source), 120))}, {Days.OrNone(newest.Published)}:** ");
            lead = "";
        }
    }

    private static IEnumerable<Statement> Disputed(Answer answer) =>
        answer.Disagreements.SelectMany(disagreement => disagreement.Statements).Distinct().Select(position => answer.Statements[position]);

    private static void Append(StringBuilder text, string? line)
    {
        if (line is null)
            return;
        if (text.Length > 0)
            text.Append("\n\n");
        text.Append(line);
    }

    private static Activity Answered(Answer answer, string answerId)
    {
        var text = BodyText(answer);
        var cited = answer.Citations.Where(c => c.Number <= MessageSize.MaxCitations && text.Contains($"[{c.Number}]", StringComparison.Ordinal)).ToList();
        return Text(text) with
        {
            Entities =
            [
                new Entity
                {
                    Type = Entity.SchemaMessage,
                    SchemaType = "Message",
                    SchemaContext = "https://schema.org",
                    SchemaId = "",
                    AdditionalType = answer.Composer == ExtractiveComposer ? null : [WrittenByModel],
                    Citation = [.. cited.Select(Claim)],
                },
            ],
            Attachments = [CardElements.Attach(SourcesOf(answer, cited, answerId))],
        };
    }

    private static CitationClaim Claim(Citation citation) => new()
    {
        Position = citation.Number,
        Appearance = new CitationAppearance
        {
            Name = WordCut.At(NameOf(citation.Headline, citation.Source), MaxNameChars),
            Abstract = WordCut.At(NotEmpty(SafeText.Plain(citation.Quote), citation.Source), MaxAbstractChars),
            Url = SafeLink.Of(citation.Link),
        },
    };

    /// <summary>
    /// The sources in one line each, and what may come next. The follow-ups are buttons of the card, not suggested actions: those show in personal chats
    /// only, and clients show no citations in a message that has them.
    /// </summary>
    private static JsonObject SourcesOf(Answer answer, IReadOnlyList<Citation> cited, string answerId)
    {
        List<JsonNode?> actions = [CardElements.Do("Show passages", Verbs.Passages, (Verbs.AnswerKey, answerId))];
        if (Query(answer) is { } query)
            actions.Add(CardElements.Do("Search the sources", Verbs.Sources, (Verbs.QueryKey, query)));
        actions.Add(CardElements.Do("Help", Verbs.Help));
        List<JsonNode?> body = [.. cited.Select(citation => CardElements.Small(SafeText.Card(string.Create(CultureInfo.InvariantCulture, $"({citation.Number}) {SourceLine(citation.Headline, citation.Source, citation.Published)}"))))];
        if (answer.AsOf is { } day)
            body.Add(CardElements.Small($"As of {Days.Text(day)}, the newest source"));
        if (Disputed(answer).Select(statement => Position(answer, statement)).ToList() is [_, ..] positions)
            body.Insert(0, CardElements.Columns(positions));
        return CardElements.Card(body, actions);
    }

    /// <summary>A statement that another one contradicts: a column with its date, its source and its text.</summary>
    private static IEnumerable<JsonNode?> Position(Answer answer, Statement statement)
    {
        var newest = answer.NewestOf(statement);
        return
        [
            CardElements.Title(Days.OrNone(newest.Published)),
            CardElements.Small(SafeText.Card(WordCut.At(NameOf(newest.Headline, newest.Source), 120))),
            CardElements.Text(SafeText.Card(WordCut.At(statement.Text, 400))),
        ];
    }

    private static Activity Declined(Answer answer)
    {
        if (answer.Nearest.Count == 0)
            return Text(SafeText.Markdown(answer.Text));
        var text = new StringBuilder("The newsroom's articles do not answer this. The nearest sources are:");
        text.Append('\n');
        foreach (var near in answer.Nearest)
        {
            var name = SafeText.Markdown(WordCut.At(NameOf(near.Headline, near.Source), 200));
            var link = SafeLink.Of(near.Link);
            text.Append('\n').Append(link is null ? $"- {name}" : $"- [{name}]({link})");
            if (Days.Text(near.Published) is { } day)
                text.Append(CultureInfo.InvariantCulture, $" ({day})");
        }

        return Text(text.ToString());
    }

    private static SuggestedActions? Suggestions(Answer answer) => Query(answer) is not { } query ? null : new SuggestedActions
    {
        Actions =
        [
            new CardAction { Title = "Search the sources", Value = $"sources {query}" },
            new CardAction { Title = "Digest", Value = "digest" },
            new CardAction { Title = "Help", Value = "help" },
        ],
    };

    private static string? Query(Answer answer) => SafeText.Plain(answer.Question).TrimEnd('?', ' ') is { Length: > 0 and <= MaxSuggestionChars } query ? query : null;

    /// <summary>Headline, day and source on one line.</summary>
    public static string SourceLine(string headline, string source, DateOnly? published) =>
        Days.Text(published) is { } day ? $"{NameOf(headline, source)} · {day}" : NameOf(headline, source);

    /// <summary>The headline; the source where an article has none, since Teams refuses a message with an unnamed citation.</summary>
    public static string NameOf(string headline, string source) => NotEmpty(SafeText.Plain(headline), source);

    private static string NotEmpty(string text, string otherwise) => string.IsNullOrWhiteSpace(text) ? NotBlank(SafeText.Plain(otherwise)) : text;

    private static string NotBlank(string text) => string.IsNullOrWhiteSpace(text) ? "Article" : text;
}
