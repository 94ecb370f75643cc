using System.Collections.Immutable;

namespace NewsBot.Elastic;

/// <summary>
/// Represents what a search may find: the passages of some writes, except for copies that were replaced or removed. Immutable.
/// </summary>
/// <remarks>
/// The engine shows each passage as soon as it is written. A write becomes visible here in one step, when all of its passages are there:
/// a search names the writes whose passages it wants, and passages of any other write do not count, whatever left them behind.
/// </remarks>
internal sealed record IndexView
{
    // So many ranges come only from as many failed writes; the oldest leave nothing behind that is not deleted by then.
    private const int MostRanges = 200;

    /// <summary>Gets the view of an index without a write.</summary>
    public static IndexView Empty { get; } = new();

    /// <summary>Gets the writes whose passages count, in rising order.</summary>
    public ImmutableList<WriteRange> Writes { get; private init; } = [];

    /// <summary>Gets the last write of which only the documents, not the copies, are known.</summary>
    public long Base { get; private init; }

    /// <summary>Gets the documents whose copies do not count that were written up to <see cref="Base"/>.</summary>
    public ImmutableHashSet<long> GoneDocuments { get; private init; } = [];

    /// <summary>Gets other copies that do not count.</summary>
    public ImmutableHashSet<string> GoneCopies { get; private init; } = [];

    /// <summary>Returns the view of what is committed.</summary>
    public static IndexView Of(CommittedState state) =>
        new()
        {
            Writes = [.. state.First.Zip(state.Last, (first, last) => new WriteRange(first, last))],
            Base = state.GoneUpTo,
            GoneDocuments = [.. state.GoneDocuments],
            GoneCopies = [.. state.Gone],
        };

    /// <summary>Returns this view in a state.</summary>
    public CommittedState In(CommittedState state) =>
        state with
        {
            First = [.. Writes.Select(range => range.First)],
            Last = [.. Writes.Select(range => range.Last)],
            Gone = [.. GoneCopies],
            GoneDocuments = [.. GoneDocuments],
            GoneUpTo = Base,
        };

    /// <summary>Returns the view after a write.</summary>
    /// <param name="write">The number of the write, above all others.</param>
    /// <param name="documents">The documents that it replaces or removes.</param>
    /// <param name="copies">The copies of these that were written after <see cref="Base"/>.</param>
    public IndexView After(long write, IEnumerable<long> documents, IEnumerable<string> copies) =>
        this with
        {
            Writes =
                Writes is [.., { } last] && last.Last == write - 1
                    ? Writes.SetItem(Writes.Count - 1, last with { Last = write })
                    : Shortened(Writes).Add(new WriteRange(write, write)),
            GoneDocuments = Base == 0 ? GoneDocuments : GoneDocuments.Union(documents),
            GoneCopies = GoneCopies.Union(copies),
        };

    /// <summary>Returns the view after what does not count any more was deleted.</summary>
    public IndexView AfterDeletion() => this with { Base = Writes is [.., { } last] ? last.Last : 0, GoneDocuments = [], GoneCopies = [] };

    private static ImmutableList<WriteRange> Shortened(ImmutableList<WriteRange> writes) =>
        writes.Count < MostRanges ? writes : writes.RemoveAt(0).SetItem(0, new WriteRange(writes[0].First, writes[1].Last));
}
