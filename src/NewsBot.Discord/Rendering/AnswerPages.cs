using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Discord.Rendering;

/// <summary>An answer as pages: its statements with their citation numbers, then each citation with its quote and link.</summary>
internal static class AnswerPages
{
    private const int MaxStatement = 1300;
    private const int MaxAside = 250;
    private const int MaxUnanswered = 3;

    /// <summary>The pages; at least one.</summary>
    public static IReadOnlyList<Embed> Render(Answer answer)
    {
        var title = Cut.ToWords(answer.Question.Length == 0 ? "Your question" : answer.Question, EmbedPages.MaxTitle);
        return answer.Outcome switch
        {
            Outcome.Answered => EmbedPages.Layout(title, Statements(answer), [.. Disputed(answer), .. answer.Citations.Select(Section)], Footer(answer), Palette.Answer),
            Outcome.NotFound => EmbedPages.Layout(title, Decline(answer), [.. answer.Nearest.Select(Nearest)], "No answer without a source", Palette.Decline),
            _ => EmbedPages.Layout(title, Cut.ToWords(answer.Text, EmbedPages.MaxDescription), [], "Nothing was looked up", Palette.Warning),
        };
    }

    private static string Statements(Answer answer)
    {
        var lines = answer.Undisputed.Select(statement => Numbered(statement, answer.UnderstoodAs is null && answer.Unanswered.Count == 0 ? MaxStatement : MaxStatement * 2 / 3)).ToList();
        if (answer.UnderstoodAs is { } understood) lines.Insert(0, $"*Understood as: {Cut.ToWords(understood, MaxAside)}*");
        lines.AddRange(answer.Unanswered.Take(MaxUnanswered).Select(question => $"The archive has no article that answers: “{Cut.ToWords(question, MaxAside)}”"));
        if (answer.Disagreements.Count > 0) lines.Add("**The sources do not agree.** The newest stands first:");
        return string.Join("\n\n", lines);
    }

    /// <summary>Statements that contradict each other, side by side, each below its date and headline.</summary>
    private static IEnumerable<EmbedField> Disputed(Answer answer) => answer.Disagreements.SelectMany(disagreement => disagreement.Statements).Distinct().Select(position =>
    {
        var statement = answer.Statements[position];
        var newest = answer.NewestOf(statement);
        var date = $"{Dates.Show(newest.Published)} · ";
        return new EmbedField(date + Cut.ToWords(newest.Headline, EmbedPages.MaxTitle - date.Length), Numbered(statement, EmbedPages.MaxValue - 40)) { Inline = true };
    });

    private static string Numbered(Statement statement, int limit) =>
        $"{Cut.ToSentences(statement.Text, limit)} {string.Concat(statement.Citations.Select(number => $"[{number}]"))}";

    private static EmbedField Section(Citation citation)
    {
        var link = DiscordMarkdown.Link("Read it in the article", citation.Link);
        var room = EmbedPages.MaxValue - link.Length - 8;
        return new EmbedField(Name($"[{citation.Number}] ", citation.Headline, citation.Published), $"> {Cut.ToSentences(citation.Quote, room)}\n{link}".TrimEnd());
    }

    private static string Decline(Answer answer) => answer.Nearest.Count == 0
        ? Cut.ToWords(answer.Text, EmbedPages.MaxDescription)
        : "The archive has no article that answers this. These come nearest, and do not answer it:";

    private static EmbedField Nearest(NearestSource source)
    {
        var link = DiscordMarkdown.Link("Open the article", source.Link);
        return new EmbedField(Name("", source.Headline, source.Published), $"{Cut.ToWords(source.Source, 400)}\n{link}".TrimEnd());
    }

    private static string Name(string prefix, string headline, DateOnly? published)
    {
        var suffix = $" · {Dates.Show(published)}";
        return prefix + Cut.ToWords(headline, EmbedPages.MaxTitle - prefix.Length - suffix.Length) + suffix;
    }

    private static string Footer(Answer answer)
    {
        var composer = answer.Composer == "extractive" ? "Word for word from the archive" : $"Written by {Cut.Plain(answer.Composer, 60)} from the quotes below; check them";
        return answer.AsOf is null ? composer : $"{composer} · as of {Dates.Show(answer.AsOf)}, the newest source";
    }
}
