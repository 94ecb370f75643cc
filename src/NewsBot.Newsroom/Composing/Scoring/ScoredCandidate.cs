using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Composing.Evidence;
using NewsBot.Newsroom.Composing.Matching;

namespace NewsBot.Newsroom.Composing.Scoring;

/// <summary>Represents a candidate with the probability, 0 to 1, that it answers the question.</summary>
internal sealed record ScoredCandidate(AlignedCandidate Aligned, KindEvidence Evidence, double[] Features, double Probability)
{
    public Candidate Candidate => Aligned.Candidate;
}
