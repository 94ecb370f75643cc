namespace NewsBot.Search.Index.Storing;

/// <summary>The state of the caller's store that an index has.</summary>
/// <param name="Change">As <see cref="IPassageIndex.AppliedChange"/>.</param>
/// <param name="History">As <see cref="IPassageIndex.AppliedHistory"/>.</param>
internal sealed record AppliedState(long Change, string History)
{
    /// <summary>That of an index that has nothing committed.</summary>
    public static AppliedState None { get; } = new(0, "");
}
