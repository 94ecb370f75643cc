using System.Diagnostics.CodeAnalysis;

namespace NewsBot.Semantics;

/// <summary>
/// Represents the outcome of loading a model: the model, or why there is none. Without one, callers go by words alone. Immutable.
/// </summary>
public sealed record ReadingModelLoad
{
    private ReadingModelLoad(IReadingModel? model, string? fault) => (Model, Fault) = (model, fault);

    /// <summary>Gets the model; null when it could not be loaded.</summary>
    public IReadingModel? Model { get; }

    /// <summary>Gets why the model could not be loaded, in one sentence for a log; null when it was loaded.</summary>
    public string? Fault { get; }

    /// <summary>Gets a value indicating whether there is a model.</summary>
    [MemberNotNullWhen(true, nameof(Model))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool IsLoaded => Model is not null;

    /// <summary>Returns the outcome of a successful load.</summary>
    public static ReadingModelLoad Of(IReadingModel model) => new(model, null);

    /// <summary>Returns the outcome of a load that failed or was not wanted.</summary>
    /// <param name="fault">The reason, in one sentence for a log.</param>
    public static ReadingModelLoad Failed(string fault) => new(null, fault);
}
