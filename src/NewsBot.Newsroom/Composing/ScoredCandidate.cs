using NewsBot.Newsroom.Composing.Evidence;

namespace NewsBot.Newsroom.Composing;

/// <summary>A candidate with the probability that it answers the question.</summary>
internal sealed record ScoredCandidate(Reading Reading, KindEvidence Evidence, double[] Features, double Probability)
{
    public Candidate Candidate => Reading.Candidate;
}
