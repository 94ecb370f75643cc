using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Composing.Reading;

/// <summary>Has the model read the sentences that look most promising by their words.</summary>
internal static class CandidateReadings
{
    /// <summary>As many sentences as the model reads for one question: some 5 ms of one core each.</summary>
    public const int Most = 40;

    /// <summary>Returns, for each candidate, the probability that it answers the question by itself, 0 to 1.</summary>
    public static float[] Of(IReadOnlyList<AlignedCandidate> candidates, IReadingModel model, CancellationToken cancellationToken) => candidates.Count == 0
        ? []
        : model.ScoreAnswers(candidates[0].Question.Text.Text, [.. candidates.Select(one => TextOf(one.Candidate))], cancellationToken);

    /// <summary>A sentence with what a reader knows besides: the headline and the day.</summary>
    public static TextInContext TextOf(Candidate candidate)
    {
        var article = candidate.Article.Article;
        return new TextInContext { Text = candidate.Words.Text, Headline = article.Headline, Published = article.PublishedOn };
    }
}
