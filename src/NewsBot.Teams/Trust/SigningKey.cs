using System.Security.Cryptography;

namespace NewsBot.Teams.Trust;

/// <summary>Represents a public key of the Bot Connector with the channels that it endorses. Thread-safe.</summary>
internal sealed class SigningKey(string id, RSAParameters parameters, IReadOnlySet<string> endorsements)
{
    private readonly RSAParameters _parameters = parameters;

    public string Id => id;

    public bool Endorses(string channel) => endorsements.Contains(channel);

    /// <summary>Determines whether the token was signed with this key (RSASSA-PKCS1-v1_5).</summary>
    public bool Signed(InboundToken token)
    {
        using var rsa = RSA.Create(_parameters);
        return rsa.VerifyData(token.Signed, token.Signature, token.Hash, RSASignaturePadding.Pkcs1);
    }
}
