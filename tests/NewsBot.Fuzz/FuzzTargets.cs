using NewsBot.Fuzz.Targets;

namespace NewsBot.Fuzz;

/// <summary>Provides all targets that need no host.</summary>
internal static class FuzzTargets
{
    /// <summary>Gets the targets.</summary>
    public static IReadOnlyList<FuzzTarget> WithoutHost { get; } = [.. ReaderTargets.All, .. WireTargets.All, .. TextTargets.All];
}
