using NewsBot.Newsroom.Audit;

namespace NewsBot.Newsroom.Desks;

/// <summary>Represents a person's command about desks. Immutable.</summary>
public sealed record DeskRequest
{
    /// <summary>Gets the name of the channel: <c>teams</c>, <c>discord</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Gets who asks, for the audit log.</summary>
    public AuditActor By => AuditActor.Of(Channel, Reader.Person);

    /// <summary>Gets who asks, and where.</summary>
    public required ReaderPlace Reader { get; init; }

    /// <summary>Gets a value indicating whether the person may change desks: only those whom the settings name.</summary>
    public required bool MayManage { get; init; }

    /// <summary>Gets what is asked for; null for a mistyped command.</summary>
    public required DeskOrder? Order { get; init; }

    /// <summary>Gets the commands as the channel writes them, for replies to mistyped ones.</summary>
    public DeskSyntax Syntax { get; init; } = DeskSyntax.Message;
}
