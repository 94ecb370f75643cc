namespace NewsBot.Search.Index.Storing;

/// <summary>Represents the state of the caller's store that an index has.</summary>
/// <param name="Change">As <see cref="IPassageIndex.AppliedChange"/>.</param>
/// <param name="History">As <see cref="IPassageIndex.AppliedHistory"/>.</param>
internal sealed record AppliedState(long Change, string History)
{
    /// <summary>Gets the state of an index without a commit.</summary>
    public static AppliedState None { get; } = new(0, "");
}
