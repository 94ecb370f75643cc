using NewsBot.Newsroom.Audit;

namespace NewsBot.Access;

/// <summary>Represents who makes a request, and what they may do. Immutable.</summary>
internal sealed record Caller
{
    private const AccessScope Reader = AccessScope.Ask | AccessScope.Read;

    /// <summary>Gets a caller on this machine who says no name. Staff pages have a check of their own.</summary>
    public static Caller Here { get; } = new() { Scopes = Reader | AccessScope.Admin, IsLocal = true };

    /// <summary>Gets anyone, where the settings let everyone read.</summary>
    public static Caller Anyone { get; } = new() { Scopes = Reader };

    /// <summary>Gets an assistant that sent the key of the setting <c>Mcp:Key</c>.</summary>
    public static Caller Assistant { get; } = new() { Scopes = Reader, HasCredential = true };

    /// <summary>
    /// Gets what tells the caller from all others: <c>api:</c> and the id of a key, or <c>web:</c> and a person's subject; null: nothing.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>Gets the name of the person or key; null: none is known.</summary>
    public string? Name { get; init; }

    /// <summary>Gets a value indicating whether the caller is a person who signed in.</summary>
    public bool IsPerson { get; init; }

    /// <summary>Gets a value indicating whether the caller proved who they are, by a key or by signing in.</summary>
    public bool HasCredential { get; init; }

    /// <summary>Gets a value indicating whether the request was made on this machine.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Gets what the caller may do.</summary>
    public required AccessScope Scopes { get; init; }

    /// <summary>Gets the name of the caller's own desk; null: that of the host.</summary>
    public string? Desk { get; init; }

    /// <summary>Gets a value indicating whether the caller proved to be staff.</summary>
    public bool IsStaff => HasCredential && Scopes.HasFlag(AccessScope.Admin);

    /// <summary>Returns a caller with a key.</summary>
    public static Caller Of(ApiKey key, bool isLocal) =>
        new()
        {
            Id = "api:" + key.Id,
            Name = key.Name,
            HasCredential = true,
            IsLocal = isLocal,
            Scopes = key.Scopes,
            Desk = key.Desk,
        };

    /// <summary>Returns a person who signed in.</summary>
    public static Caller Person(string subject, string name, AccessScope role, string? desk, bool isLocal) =>
        new()
        {
            Id = "web:" + Uri.EscapeDataString(subject),
            Name = name,
            IsPerson = true,
            HasCredential = true,
            IsLocal = isLocal,
            Scopes = role == AccessScope.None ? role : role | Reader,
            Desk = desk,
        };

    /// <summary>
    /// Returns the key of a conversation, in a space of the caller's own: nobody reads or steers the conversations of others. Callers
    /// without a name share one space, whose keys no named caller's can equal.
    /// </summary>
    /// <param name="channel">Such as <c>api</c>.</param>
    /// <param name="conversation">The caller's name for it; null: none, and none is returned.</param>
    public string? Conversation(string channel, string? conversation) =>
        conversation is null ? null
        : Id is null ? $"{channel}::{conversation}"
        : $"{Id}:{channel}:{conversation}";

    /// <summary>Returns the caller as the audit log names them.</summary>
    /// <param name="channel">Such as <see cref="AuditActor.Api"/>.</param>
    public AuditActor Through(string channel) => new(channel, Id, Name ?? (IsLocal ? "this machine" : null));

    /// <summary>Returns the account of the caller in the budget of the language model.</summary>
    /// <param name="shared">The account of callers without a name.</param>
    public string BudgetAccount(string shared) => Id ?? shared;
}
