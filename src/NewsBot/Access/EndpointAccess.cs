namespace NewsBot.Access;

/// <summary>Specifies who may call an address, and what a call costs, as metadata of its endpoint. Without it, it is closed.</summary>
/// <param name="Scopes">The scopes of which the caller needs one; none: everyone may call it.</param>
internal sealed record EndpointAccess(AccessScope Scopes)
{
    /// <summary>Gets that of addresses that check their callers themselves or show nothing, without a limit of calls.</summary>
    public static EndpointAccess Channel { get; } = new(AccessScope.None) { IsLimited = false };

    /// <summary>Gets that of addresses that everyone may load, such as style sheets.</summary>
    public static EndpointAccess Everyone { get; } = new(AccessScope.None);

    /// <summary>Gets that of questions.</summary>
    public static EndpointAccess Question { get; } = new(AccessScope.Ask) { IsCostly = true };

    /// <summary>Gets that of the chat, which is a question only where its address contains one.</summary>
    public static EndpointAccess Chat { get; } = new(AccessScope.Ask) { IsCostly = true, IsFreeWithoutQuery = true };

    /// <summary>Gets that of what is read quickly.</summary>
    public static EndpointAccess Reading { get; } = new(AccessScope.Read);

    /// <summary>Gets that of what takes as much work as a question.</summary>
    public static EndpointAccess Writing { get; } = new(AccessScope.Read) { IsCostly = true };

    /// <summary>Gets that of what describes the API, and holds nothing of an article.</summary>
    public static EndpointAccess Programs { get; } = new(AccessScope.Ask | AccessScope.Read);

    /// <summary>Gets that of assistants, whose tools check the scope of each call.</summary>
    public static EndpointAccess Assistants { get; } = new(AccessScope.Ask | AccessScope.Read) { IsCostly = true, NeedsCredential = true };

    /// <summary>Gets that of staff.</summary>
    public static EndpointAccess Staff { get; } = new(AccessScope.Admin);

    /// <summary>Gets a value indicating whether a caller on this machine needs a key, too.</summary>
    public bool NeedsCredential { get; private init; }

    /// <summary>Gets a value indicating whether callers who call too often are asked to wait.</summary>
    public bool IsLimited { get; private init; } = true;

    /// <summary>Gets a value indicating whether a call takes as much work as a question.</summary>
    public bool IsCostly { get; private init; }

    /// <summary>Gets a value indicating whether a call without a query costs little.</summary>
    public bool IsFreeWithoutQuery { get; private init; }

    /// <summary>Returns the access of the address that a request is for; null: it is closed, or there is none.</summary>
    public static EndpointAccess? Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<EndpointAccess>();

    /// <summary>Determines whether a request takes as much work as a question.</summary>
    public bool Costs(HttpRequest request) => IsCostly && !(IsFreeWithoutQuery && !request.Query.ContainsKey("q"));
}
