using NewsBot.Fuzz.Inputs;

namespace NewsBot.Fuzz;

/// <summary>Represents something that reads what strangers send.</summary>
/// <param name="Name">The name on the command line and in the report.</param>
/// <param name="Share">How many of the inputs it gets, in proportion to the shares of the others.</param>
/// <param name="Samples">Valid inputs.</param>
/// <param name="Words">Words of its format that edits put in.</param>
/// <param name="Read">Reads an input; throws when it crashes, or when its result breaks a promise.</param>
internal sealed record FuzzTarget(
    string Name,
    int Share,
    IReadOnlyList<Sample> Samples,
    IReadOnlyList<string> Words,
    Action<FuzzInput> Read
);
