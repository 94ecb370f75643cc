namespace NewsBot.Newsroom.Candidates;

/// <summary>Represents a statement whose citations are not numbered yet.</summary>
/// <param name="Candidate">The sentence that is printed.</param>
/// <param name="Agreeing">Sentences of other sources that say the same, best first.</param>
internal sealed record DraftStatement(Candidate Candidate, IReadOnlyList<Candidate> Agreeing)
{
    /// <summary>Gets the printed sentences of the same answer that contradict it.</summary>
    public IReadOnlyList<Candidate> Contradicting { get; init; } = [];

    /// <summary>Gets all sentences cited, the printed one first.</summary>
    public IEnumerable<Candidate> Cited => Agreeing.Prepend(Candidate);
}
