using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Composing.Scoring;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Writing;

/// <summary>Describes how a question was understood.</summary>
internal static class AnswerExplainer
{
    private const int MaxCandidates = 8;

    /// <summary>Returns the explanation of an answer.</summary>
    public static AnswerExplanation Explain(Question question, ScoredAnswer scored, int passages, double threshold) =>
        new()
        {
            Question = question.Text.Text,
            Kind = question.Kind.ToString(),
            Focus = [.. question.Terms.Where(term => term.IsFocus).Select(term => Word(question, term))],
            Names = [.. question.Names.Select(name => string.Join(' ', name.Select(term => Word(question, term))))],
            Terms =
            [
                .. question.Terms.Select(term =>
                    KeyValuePair.Create(
                        Word(question, term),
                        scored.Candidates is [var first, ..] ? first.Aligned.WeightOf(term) : term.Weight
                    )
                ),
            ],
            Times =
            [
                .. question.Times.Select(time =>
                    time.From == time.To
                        ? $"{time.Text}: {time.From:yyyy-MM-dd}"
                        : $"{time.Text}: {time.From:yyyy-MM-dd} to {time.To:yyyy-MM-dd}"
                ),
            ],
            IsNegated = question.Text.Words.Any(word =>
                word.Folded is "not" or "never" or "no" || word.Folded.EndsWith("n't", StringComparison.Ordinal)
            ),
            Passages = passages,
            Probability = scored.Probability,
            Threshold = threshold,
            Candidates =
            [
                .. scored
                    .Candidates.Take(MaxCandidates)
                    .Select(one => new ExplainedCandidate(
                        one.Candidate.Words.Text,
                        one.Candidate.Source,
                        one.Probability,
                        one.Evidence.Strength,
                        one.Features is [var coverage, ..] ? coverage : 0
                    )),
            ],
        };

    private static string Word(Question question, QuestionTerm term) => question.Text.Text[term.Word.Start..term.Word.End];
}
