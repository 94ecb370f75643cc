namespace NewsBot.Access;

/// <summary>Holds the caller of one request.</summary>
internal sealed class CurrentCaller
{
    private Caller? caller;

    /// <summary>Gets the caller; null while nobody is admitted.</summary>
    public Caller? OrNull => caller;

    /// <summary>Gets the caller.</summary>
    /// <exception cref="InvalidOperationException">Nobody is admitted, so nothing may be read.</exception>
    public Caller Required => caller ?? throw new InvalidOperationException("The request has no caller.");

    /// <summary>Admits a caller.</summary>
    public void Set(Caller admitted) => caller = admitted;
}
