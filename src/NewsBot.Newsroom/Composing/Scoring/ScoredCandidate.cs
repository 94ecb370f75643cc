using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Composing.Evidence;
using NewsBot.Newsroom.Composing.Matching;

namespace NewsBot.Newsroom.Composing.Scoring;

/// <summary>A candidate with the probability that it answers the question.</summary>
internal sealed record ScoredCandidate(AlignedCandidate Aligned, KindEvidence Evidence, double[] Features, double Probability)
{
    public Candidate Candidate => Aligned.Candidate;
}
