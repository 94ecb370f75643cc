namespace NewsBot.ApiDocument;

/// <summary>Describes what a program may send to an address and what it gets, as metadata of its endpoint. Immutable.</summary>
/// <param name="Id">The name that generated clients give it; unique.</param>
/// <param name="Group">The group that readers of the document find it in.</param>
/// <param name="Summary">What it does, in a few words.</param>
internal sealed record ApiOperation(string Id, string Group, string Summary)
{
    /// <summary>Gets what a caller needs to know besides the summary; null: nothing.</summary>
    public string? Description { get; init; }

    /// <summary>Gets what the address takes in its path, query and headers.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    /// <summary>Gets the type that the body is read as; null: there is no body, or one that others define.</summary>
    public Type? Body { get; init; }

    /// <summary>Gets what the body is where others define it, which is JSON; null: there is none, or one of NewsBot's own.</summary>
    public string? ForeignBody { get; init; }

    /// <summary>Gets a body, as JSON; null: none is shown.</summary>
    public string? BodyExample { get; init; }

    /// <summary>Gets the type that the answer is written from; null: the answer is no JSON document of NewsBot.</summary>
    public Type? Answer { get; init; }

    /// <summary>Gets the media type of the answer; null: it has no body.</summary>
    public string? AnswerMediaType { get; init; } = "application/json";

    /// <summary>Gets an answer, as JSON; null: none is shown.</summary>
    public string? AnswerExample { get; init; }

    /// <summary>Gets the statuses besides 200 and those that follow from who may call the address and how often.</summary>
    public IReadOnlyList<int> Statuses { get; init; } = [];

    /// <summary>Gets the names of the security schemes by which a caller is known, each enough by itself.</summary>
    public IReadOnlyList<string> Credentials { get; init; } = [ApiSecurity.Key];

    /// <summary>Gets a value indicating whether a call without any credential is answered, too.</summary>
    public bool IsOpen { get; init; }
}
