using System.Diagnostics.CodeAnalysis;

namespace NewsBot.Semantics;

/// <summary>The outcome of loading a model: the model, or why there is none. Without one, callers go on with words alone.</summary>
public sealed record ReadingModelLoad
{
    private ReadingModelLoad(IReadingModel? model, string? fault) => (Model, Fault) = (model, fault);

    /// <summary>Gets the model; null when it could not be loaded.</summary>
    public IReadingModel? Model { get; }

    /// <summary>Gets why the model could not be loaded, in one sentence for a log; null when it was.</summary>
    public string? Fault { get; }

    /// <summary>Gets whether there is a model.</summary>
    [MemberNotNullWhen(true, nameof(Model))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool IsLoaded => Model is not null;

    /// <summary>Returns the outcome of a load that worked.</summary>
    public static ReadingModelLoad Of(IReadingModel model) => new(model, null);

    /// <summary>Returns the outcome of a load that did not work, or was not wanted.</summary>
    /// <param name="fault">Why, in one sentence for a log.</param>
    public static ReadingModelLoad Failed(string fault) => new(null, fault);
}
