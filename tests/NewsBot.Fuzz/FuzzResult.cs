using NewsBot.Fuzz.Inputs;

namespace NewsBot.Fuzz;

/// <summary>Represents what a target did with its inputs.</summary>
/// <param name="Target">Its name.</param>
/// <param name="Inputs">How many it read.</param>
/// <param name="Elapsed">How long that took, with the making of the inputs.</param>
/// <param name="Slowest">The longest time of one input, in seconds.</param>
/// <param name="SlowestInput">That input.</param>
/// <param name="Heap">The managed memory in use, in bytes, after each tenth of the inputs.</param>
/// <param name="Failure">Why it failed; null: it did not.</param>
/// <param name="FailedInput">The input that it failed on, with as few edits as possible.</param>
internal sealed record FuzzResult(
    string Target,
    int Inputs,
    TimeSpan Elapsed,
    double Slowest,
    FuzzInput? SlowestInput,
    IReadOnlyList<long> Heap,
    string? Failure,
    FuzzInput? FailedInput
)
{
    /// <summary>Specifies the growth that counts as none, in bytes: caches of limited size may still fill.</summary>
    public const long NoGrowth = 8 * 1024 * 1024;

    /// <summary>Gets the growth of memory from the second measure to the last, in bytes; 0 without two measures.</summary>
    public long Growth => Heap.Count > 2 ? Heap[^1] - Heap[1] : 0;

    /// <summary>Gets a value indicating whether nothing failed and memory stayed as it was.</summary>
    public bool IsGood => Failure is null && Growth <= NoGrowth;
}
