namespace NewsBot.Connections;

/// <summary>Checks a service that the host depends on. Thread-safe.</summary>
internal interface IConnectionCheck
{
    /// <summary>Gets the name of the service in logs, such as <c>Teams</c>.</summary>
    string Name { get; }

    /// <summary>Returns what is wrong, a sentence with the remedy and without secrets; null: nothing.</summary>
    Task<string?> ProblemAsync(CancellationToken cancellationToken);
}
