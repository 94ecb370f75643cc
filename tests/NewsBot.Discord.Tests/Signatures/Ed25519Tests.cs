using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using NewsBot.Discord.Signatures;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Discord.Tests.Signatures;

public sealed class Ed25519Tests
{
    /// <summary>RFC 8032, section 7.1: secret key, public key, message, signature.</summary>
    public static TheoryData<string, string, string, string> Vectors => new()
    {
        {
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        },
        {
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        },
        {
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        },
        {
            "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
            "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
            "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"
        },
    };

    /// <summary>Points whose order divides 8, in their encodings, also those that are not the right one.</summary>
    public static TheoryData<string> SmallOrderKeys =>
    [
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    ];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Vector_OfTheRfc_IsValid_AndAnyChangedBitIsNot(string secret, string key, string message, string signature)
    {
        var bytes = Convert.FromHexString(message);
        var signed = Convert.FromHexString(signature);

        Assert.Equal(key, Convert.ToHexStringLower(new Ed25519Signer(Convert.FromHexString(secret)).PublicKey));
        Assert.All(Verifiers(Convert.FromHexString(key)), verifier =>
        {
            Assert.True(verifier.Verify(bytes, signed));
            Assert.False(verifier.Verify([.. bytes, 0], signed));
            foreach (var bit in new[] { 0, 7, 255, 256, 300, 511 })
            {
                var changed = signed.ToArray();
                changed[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.False(verifier.Verify(bytes, changed));
            }
        });
    }

    [Fact]
    public void Signature_WithTheOrderAdded_IsRefused()
    {
        var signer = new Ed25519Signer(new byte[32]);
        var signature = signer.Sign([1, 2, 3]);
        byte[] malleable = [.. signature[..32], .. Ed25519Signer.Bytes(new BigInteger(signature.AsSpan(32), isUnsigned: true) + Ed25519Signer.Order)];

        Assert.All(Verifiers(signer.PublicKey), verifier =>
        {
            Assert.True(verifier.Verify([1, 2, 3], signature));
            Assert.False(verifier.Verify([1, 2, 3], malleable));
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(65)]
    public void Signature_OfWrongLength_IsRefused(int length)
    {
        Assert.All(Verifiers(RunningBot.Signer.PublicKey), verifier => Assert.False(verifier.Verify([], new byte[length])));
    }

    [Theory]
    [MemberData(nameof(SmallOrderKeys))]
    public void Key_OfSmallOrder_IsRefused(string key)
    {
        Assert.Null(Ed25519Key.TryRead(key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("zz")]
    [InlineData("0200000000000000000000000000000000000000000000000000000000000000")]
    public void Key_ThatIsNoPoint_IsRefused(string key)
    {
        Assert.Null(Ed25519Key.TryRead(key));
    }

    [Fact]
    public void Verifiers_AgreeOnWhatTheSignerSigns()
    {
        Prop.ForAll<byte[], NonEmptyArray<byte>>((message, secret) =>
        {
            var signer = new Ed25519Signer(System.Security.Cryptography.SHA256.HashData(secret.Get));
            var signature = signer.Sign(message);

            Assert.All(Verifiers(signer.PublicKey), verifier => Assert.True(verifier.Verify(message, signature)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
    }

    private static IEnumerable<IEd25519Verifier> Verifiers(byte[] key)
    {
        yield return new ManagedEd25519(key);
        // Machines without OpenSSL run the managed code alone; CI has it.
        if (OpenSslEd25519.TryCreate(key) is { } native) yield return native;
        else if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail("OpenSSL's libcrypto is missing.");
    }
}
