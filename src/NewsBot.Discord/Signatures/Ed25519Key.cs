namespace NewsBot.Discord.Signatures;

/// <summary>Reads public keys and picks the verifier: OpenSSL where it is there, managed code elsewhere.</summary>
internal static class Ed25519Key
{
    /// <summary>A verifier; null when the text is not 64 hexadecimal digits of a point whose signatures mean anything.</summary>
    public static IEd25519Verifier? TryRead(string? hex)
    {
        if (hex is not { Length: 64 } || !hex.All(char.IsAsciiHexDigit)) return null;
        var key = Convert.FromHexString(hex);
        // OpenSSL takes keys of small order, for which anybody can sign; they are refused here for both verifiers.
        if (Ed25519Point.Decode(key) is not { IsOfSmallOrder: false }) return null;
        return OpenSslEd25519.TryCreate(key) is { } native ? native : new ManagedEd25519(key);
    }
}
