using System.Globalization;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Layout;

/// <summary>Lays an answer out as blocks, in reading order. Pages, command line, Teams and Discord only paint them.</summary>
public static class AnswerLayout
{
    /// <summary>Returns the blocks of an answer, at least one.</summary>
    public static IReadOnlyList<AnswerBlock> Of(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Outcome switch
        {
            Outcome.Answered =>
            [
                .. Understood(answer),
                .. Searched(answer),
                .. Body(answer),
                .. answer.Versions.Select(note => new AnswerBlock.Said(note.Words)),
                .. Behind(answer),
                new AnswerBlock.Cited(answer.Citations),
                new AnswerBlock.Origin(
                    answer.IsWrittenByModel ? answer.Composer : null,
                    answer.Citations.Select(citation => citation.Source).Distinct(StringComparer.Ordinal).Count(),
                    answer.AsOf
                ),
            ],
            Outcome.NotFound when answer.Withdrawn is { } time =>
            [
                .. Understood(answer),
                new AnswerBlock.Said(Answer.WithdrawnAt(time)),
                .. Searched(answer),
                .. Behind(answer),
                new AnswerBlock.Nearest(answer.Nearest),
            ],
            // A question with nothing to look for is declined in other words.
            Outcome.NotFound when answer.Nearest.Count > 0 || answer.Text == Answer.NotAnswered =>
            [
                .. Understood(answer),
                new AnswerBlock.Declined(),
                .. Searched(answer),
                .. Behind(answer),
                new AnswerBlock.Nearest(answer.Nearest),
            ],
            Outcome.Sources when answer.Passages.Count > 0 =>
            [
                .. Searched(answer),
                .. Behind(answer),
                new AnswerBlock.Found(answer.Passages),
            ],
            _ => [new AnswerBlock.Said(answer.Text), .. Searched(answer), .. Behind(answer)],
        };
    }

    private static IEnumerable<AnswerBlock> Understood(Answer answer) =>
        answer.UnderstoodAs is { } question ? [new AnswerBlock.Understood(question)] : [];

    private static IEnumerable<AnswerBlock> Searched(Answer answer) =>
        answer.Searched.IsNone ? [] : [new AnswerBlock.Said(FilterText.Searched(answer.Searched))];

    private static IEnumerable<AnswerBlock> Behind(Answer answer)
    {
        if (answer.ArticlesBehind > 0)
            yield return new AnswerBlock.Said(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The index is about {answer.ArticlesBehind:N0} {(answer.ArticlesBehind == 1 ? "article" : "articles")} behind; new ones follow shortly."
                )
            );
    }

    private static IEnumerable<AnswerBlock> Body(Answer answer)
    {
        if (answer.Questions.Count == 0)
            return
            [
                .. Statements(answer, [.. Enumerable.Range(0, answer.Statements.Count)]),
                .. answer.Unanswered.Select(question => new AnswerBlock.Unanswered(question)),
            ];
        return answer.Questions.SelectMany(question =>
            question.Statements.Count == 0
                ? [new AnswerBlock.Unanswered(question.Text)]
                : Statements(answer, question.Statements).Prepend(new AnswerBlock.Heading(question.Text))
        );
    }

    /// <summary>
    /// Returns the statements that nothing contradicts, then each disagreement with at least one side among these statements.
    /// </summary>
    private static IEnumerable<AnswerBlock> Statements(Answer answer, IReadOnlyList<int> positions)
    {
        foreach (var position in positions)
        {
            if (!answer.Disagreements.Any(disagreement => disagreement.Statements.Contains(position)))
                yield return new AnswerBlock.Stated(answer.Statements[position]);
        }

        foreach (var disagreement in answer.Disagreements.Where(disagreement => disagreement.Statements.Any(positions.Contains)))
        {
            var sides = disagreement.Statements.Select(position => answer.Statements[position]);
            yield return new AnswerBlock.Disputed([.. sides.Select(statement => new DisputedSide(statement, answer.NewestOf(statement)))]);
        }
    }
}
