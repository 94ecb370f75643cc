namespace NewsBot.Newsroom.State;

/// <summary>Represents a database of an earlier version of NewsBot whose rows are copied once. Immutable.</summary>
/// <param name="FileName">The file next to the state database; it is renamed once its rows are copied.</param>
/// <param name="Tables">The tables to copy: columns of the same name are copied, and missing tables are skipped.</param>
public sealed record StatePredecessor(string FileName, IReadOnlyList<(string Old, string New)> Tables)
{
    /// <summary>Specifies the extension added to the file once its rows are copied.</summary>
    public const string CopiedEnding = ".copied";
}
