namespace NewsBot.Newsroom.State;

/// <summary>A database of an earlier version of NewsBot, the rows of which are copied once.</summary>
/// <param name="FileName">The file beside the state database; it is renamed once its rows are copied.</param>
/// <param name="Tables">The tables to copy: columns of the same name are taken, and a table that is missing there is passed over.</param>
public sealed record StatePredecessor(string FileName, IReadOnlyList<(string Old, string New)> Tables)
{
    /// <summary>The ending that the file gets once its rows are copied.</summary>
    public const string CopiedEnding = ".copied";
}
