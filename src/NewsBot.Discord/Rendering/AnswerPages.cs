using NewsBot.Archive.Passages;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Layout;

namespace NewsBot.Discord.Rendering;

/// <summary>Renders an answer as pages: the statements above, then a section for each contradiction, citation or source.</summary>
internal static class AnswerPages
{
    private const int MaxStatement = 1300;
    private const int MinStatement = 200;
    private const int MaxAside = 250;
    private const int MaxFooter = 300;

    /// <summary>Specifies the room for the words before an aside, the numbers after a statement, and the empty line between two.</summary>
    private const int Margin = 50;

    /// <summary>Returns the pages; at least one.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="link">Returns the web page of a passage that it lists.</param>
    public static IReadOnlyList<Embed> Render(Answer answer, Func<RetrievedPassage, string> link)
    {
        var blocks = AnswerLayout.Of(answer);
        var title = Cut.ToWords(answer.Question.Length == 0 ? "Your question" : answer.Question, EmbedPages.MaxTitle);
        var origin = blocks.OfType<AnswerBlock.Origin>().FirstOrDefault()?.Words ?? "";
        var above = Above(blocks, answer);
        DisputedSide[] sides = [.. blocks.OfType<AnswerBlock.Disputed>().SelectMany(disputed => disputed.Sides)];
        EmbedField[] disputed = [.. sides.Select(Side)];
        var said = string.Join('\n', disputed.Select(side => side.Value).Prepend(above));
        var sections = disputed.Concat(blocks.SelectMany(block => Sections(block, said, sides, link)));
        return EmbedPages.Layout(title, above, [.. sections], Cut.Plain(origin, MaxFooter), Color(answer.Outcome));
    }

    private static int Color(Outcome outcome) =>
        outcome switch
        {
            Outcome.Answered => Palette.Answer,
            Outcome.NotFound => Palette.Decline,
            Outcome.Invalid => Palette.Warning,
            _ => Palette.Sources,
        };

    /// <summary>Returns as many whole lines as fit; statements share the room left by the asides.</summary>
    private static string Above(IReadOnlyList<AnswerBlock> blocks, Answer answer)
    {
        var statements = blocks.Count(block => block is AnswerBlock.Stated);
        var asides = blocks.Count - statements;
        var room = (EmbedPages.MaxDescription - (asides * (MaxAside + Margin))) / Math.Max(1, statements);
        var lines = blocks
            .Select(block => Line(block, answer, Math.Clamp(room - Margin, MinStatement, MaxStatement)))
            .Where(line => line.Length > 0)
            .ToList();
        // Contradictory statements appear side by side in sections below.
        if (blocks.Any(block => block is AnswerBlock.Disputed))
            lines.Add($"**{AnswerBlock.Disputed.Words}**");
        return Cut.Fit(lines, "\n\n", EmbedPages.MaxDescription);
    }

    private static string Line(AnswerBlock block, Answer answer, int maxStatement) =>
        block switch
        {
            AnswerBlock.Understood understood => $"*{AnswerBlock.Understood.Words} {Cut.ToWords(understood.Question, MaxAside)}*",
            AnswerBlock.Heading heading => $"**{Cut.ToWords(heading.Question, MaxAside)}**",
            AnswerBlock.Stated stated => Numbered(stated.Statement, maxStatement) + Day(stated.Statement, answer),
            AnswerBlock.Unanswered unanswered => $"{AnswerBlock.Unanswered.Words} “{Cut.ToWords(unanswered.Question, MaxAside)}”",
            AnswerBlock.Declined => AnswerBlock.Declined.Words,
            AnswerBlock.Nearest nearest => nearest.Words,
            AnswerBlock.Found found => found.Words,
            AnswerBlock.Said said => Cut.ToWords(said.Text, EmbedPages.MaxDescription - Margin),
            _ => "",
        };

    /// <summary>Returns the sections of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="said">The answer's text above its citations, which does not repeat them.</param>
    /// <param name="sides">The sections before the citations, each with its source.</param>
    /// <param name="link">The web page of a passage.</param>
    private static IEnumerable<EmbedField> Sections(
        AnswerBlock block,
        string said,
        DisputedSide[] sides,
        Func<RetrievedPassage, string> link
    ) =>
        block switch
        {
            AnswerBlock.Cited cited => cited
                .Citations.Where(citation => !IsSaid(citation, said) || sides.All(side => side.Newest.Number != citation.Number))
                .Select(citation => Section(citation, IsSaid(citation, said))),
            AnswerBlock.Nearest nearest => nearest.Sources.Select((source, place) => Section(place + 1, source)),
            AnswerBlock.Found found => SourcePages.Sections(found.Passages, link),
            _ => [],
        };

    /// <summary>
    /// Determines whether a statement is the quote, as it is for a statement's first source where no language model wrote it.
    /// </summary>
    private static bool IsSaid(Citation citation, string said) =>
        said.Contains(DiscordMarkdown.EscapeLine(citation.Quote), StringComparison.Ordinal);

    private static EmbedField Side(DisputedSide side)
    {
        var source = SourceLine.Of(side.Newest);
        var statement = Numbered(side.Statement, EmbedPages.MaxValue - source.Length - Margin);
        return new EmbedField(Name($"[{side.Newest.Number}] ", side.Newest.Headline), $"{statement}\n{source}") { Inline = true };
    }

    private static string Numbered(Statement statement, int limit) =>
        $"{Cut.ToSentences(statement.Shown, limit)} {string.Concat(statement.Citations.Select(number => $"[{number}]"))}";

    /// <summary>Returns the day of a statement where the answer covers several.</summary>
    private static string Day(Statement statement, Answer answer) => answer.DayOf(statement) is { } day ? $" ({Dates.Show(day)})" : "";

    private static EmbedField Section(Citation citation, bool isSaid)
    {
        var source = SourceLine.Of(citation);
        var quote = isSaid ? "" : $"> {Cut.ToSentences(citation.Quote, EmbedPages.MaxValue - source.Length - 4)}\n";
        return new EmbedField(Name($"[{citation.Number}] ", citation.Headline), quote + source);
    }

    private static EmbedField Section(int place, NearestSource source) =>
        new(
            Name($"{place}. ", source.Headline),
            SourceLine.Of(source.Source, source.Outlet, source.Published, "Open the article", source.Link)
        );

    private static string Name(string prefix, string headline) => prefix + Cut.ToWords(headline, EmbedPages.MaxTitle - prefix.Length);
}
