using Microsoft.OpenApi;

namespace NewsBot.ApiDocument;

/// <summary>Describes a parameter of an address. Immutable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Example">A value.</param>
internal sealed record ApiParameter(string Name, string Description, string Example)
{
    /// <summary>Gets where it is.</summary>
    public ParameterLocation In { get; init; } = ParameterLocation.Query;

    /// <summary>Gets a value indicating whether a call without it is refused.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Gets the greatest number of characters; null: there is no limit of its own.</summary>
    public int? MaxChars { get; init; }

    /// <summary>Gets the format of the text, such as <c>date</c>; null: any text.</summary>
    public string? Format { get; init; }

    /// <summary>Gets the range of a whole number, and the number that a call without the parameter gets; null: it is a text.</summary>
    public (int Least, int Most, int Usual)? Range { get; init; }
}
