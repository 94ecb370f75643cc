namespace NewsBot.Elastic.Tests.StandIn;

/// <summary>A request that the public description of the API does not allow, or that the engine would refuse.</summary>
internal sealed class RequestRefusedException(int status, string type, string reason) : Exception($"{type}: {reason}")
{
    public int Status { get; } = status;

    public string Type { get; } = type;

    public string Reason { get; } = reason;

    public static RequestRefusedException Invalid(string reason) => new(400, "illegal_argument_exception", reason);
}
