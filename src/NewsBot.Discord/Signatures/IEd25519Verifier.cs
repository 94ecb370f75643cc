namespace NewsBot.Discord.Signatures;

/// <summary>Verifies Ed25519 signatures (RFC 8032) of one key. Thread-safe.</summary>
/// <remarks>Malleable signatures (S of the group's order or more) are refused by every implementation.</remarks>
internal interface IEd25519Verifier
{
    /// <summary>What does the work, for the log.</summary>
    string Name { get; }

    /// <summary>Whether the signature is the key's for this message.</summary>
    /// <param name="message">Any length.</param>
    /// <param name="signature">64 bytes; other lengths are not valid.</param>
    bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);
}
