namespace NewsBot.Teams.Options;

/// <summary>Specifies how the bot is registered with Azure Bot Service.</summary>
public enum TeamsAppType
{
    /// <summary>An app registration of one tenant, with a client secret or a certificate.</summary>
    SingleTenant,

    /// <summary>An app registration of several tenants; Azure has taken no new ones since 31 July 2025.</summary>
    MultiTenant,

    /// <summary>A user-assigned managed identity: no secret at all.</summary>
    UserAssignedMsi,
}
