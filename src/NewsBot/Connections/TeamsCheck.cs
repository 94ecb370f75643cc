using NewsBot.Teams;

namespace NewsBot.Connections;

/// <summary>Obtains the token that every answer in Teams needs. Thread-safe.</summary>
internal sealed class TeamsCheck(TeamsCredentials credentials) : IConnectionCheck
{
    /// <inheritdoc />
    public string Name => "Teams";

    /// <inheritdoc />
    public async Task<string?> ProblemAsync(CancellationToken cancellationToken) =>
        await credentials.ProblemAsync(cancellationToken) is { } why
            ? $"Teams gives no token, so no answer can be sent there ({why.TrimEnd('.')}); check Teams:AppId, Teams:AppPassword and Teams:TenantId."
            : null;
}
