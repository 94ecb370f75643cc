using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using NewsBot.Access;
using NewsBot.Wire;

namespace NewsBot.ApiDocument;

/// <summary>Puts descriptions on routes.</summary>
internal static class DescribedRoutes
{
    /// <summary>Specifies the media type of failures.</summary>
    public const string ProblemMediaType = "application/problem+json";

    // Descriptions are made of endpoints with a method; endpoints that are delegates alone have none.
    private static readonly MethodInfo Method = ((Delegate)Serve).Method;

    /// <summary>Describes routes, once everything else about them is set: statuses follow from who may call them.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="operation">What each of them does.</param>
    public static void Describe(this IEndpointConventionBuilder routes, ApiOperation operation) =>
        routes.Finally(endpoint => Describe(endpoint, operation));

    /// <summary>Describes those routes of a group that a table names.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="operations">What they do, by path.</param>
    public static void Describe(this IEndpointConventionBuilder routes, IReadOnlyDictionary<string, ApiOperation> operations) =>
        routes.Finally(endpoint =>
        {
            if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } path } && operations.TryGetValue(path, out var operation))
                Describe(endpoint, operation);
        });

    /// <summary>Returns the statuses of failures, in order.</summary>
    /// <param name="operation">What the address does.</param>
    /// <param name="access">Who may call it.</param>
    public static IReadOnlyList<int> Failures(ApiOperation operation, EndpointAccess? access)
    {
        var failures = new SortedSet<int>(operation.Statuses) { StatusCodes.Status500InternalServerError };
        if (operation.Parameters.Count > 0 || operation.Body is not null)
            failures.Add(StatusCodes.Status400BadRequest);
        if (access is not { Scopes: AccessScope.None })
            failures.UnionWith([StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden]);
        if (access is { IsLimited: true })
            failures.Add(StatusCodes.Status429TooManyRequests);
        // While the data directory is away, and for questions where too many wait.
        if (operation != ApiOperations.Live)
            failures.Add(StatusCodes.Status503ServiceUnavailable);
        return [.. failures];
    }

    private static void Describe(EndpointBuilder endpoint, ApiOperation operation)
    {
        var access = endpoint.Metadata.OfType<EndpointAccess>().LastOrDefault();
        if (!endpoint.Metadata.OfType<MethodInfo>().Any())
            endpoint.Metadata.Add(Method);
        // Without methods a route is not described; one that a package maps may take every method.
        if (!endpoint.Metadata.OfType<IHttpMethodMetadata>().Any())
            endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
        // The protocol's own descriptions, where a package maps the route, know nothing of NewsBot's.
        foreach (var foreign in endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().ToList())
            endpoint.Metadata.Remove(foreign);
        foreach (var foreign in endpoint.Metadata.OfType<IAcceptsMetadata>().ToList())
            endpoint.Metadata.Remove(foreign);
        endpoint.Metadata.Add(operation);
        endpoint.Metadata.Add(
            operation is { Answer: { } answer, AnswerMediaType: { } mediaType }
                ? new ProducesResponseTypeMetadata(StatusCodes.Status200OK, answer, [mediaType])
                : new ProducesResponseTypeMetadata(StatusCodes.Status200OK)
        );
        foreach (var status in Failures(operation, access))
            endpoint.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemJson), [ProblemMediaType]));
        if (operation.Body is { } body)
            endpoint.Metadata.Add(new AcceptsBody(body));
    }

    private static void Serve() { }

    private sealed record AcceptsBody(Type RequestType) : IAcceptsMetadata
    {
        public IReadOnlyList<string> ContentTypes { get; } = ["application/json"];

        public bool IsOptional => false;
    }
}
