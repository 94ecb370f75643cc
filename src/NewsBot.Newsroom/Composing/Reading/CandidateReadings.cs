using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Composing.Reading;

/// <summary>Scores the sentences whose words look most promising with the reading model.</summary>
internal static class CandidateReadings
{
    /// <summary>Specifies the maximum number of sentences that the model reads for one question: about 5 ms of one core each.</summary>
    public const int Most = 24;

    /// <summary>Returns, for each candidate, the probability, 0 to 1, that it answers the question by itself.</summary>
    public static float[] Of(IReadOnlyList<AlignedCandidate> candidates, IReadingModel model, CancellationToken cancellationToken) =>
        candidates.Count == 0
            ? []
            : model.ScoreAnswers(candidates[0].Question.Text.Text, [.. candidates.Select(one => TextOf(one.Candidate))], cancellationToken);

    /// <summary>Returns a sentence with what a reader also sees: the headline and the day of publication.</summary>
    public static TextInContext TextOf(Candidate candidate)
    {
        var article = candidate.Article.Article;
        return new TextInContext
        {
            Text = candidate.Words.Text,
            Headline = article.Headline,
            Published = article.PublishedOn,
        };
    }
}
