using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace NewsBot.Discord.Signatures;

/// <summary>Ed25519 of OpenSSL's libcrypto, 1.1.1 or later.</summary>
/// <remarks>https://docs.openssl.org/3.0/man7/EVP_SIGNATURE-ED25519/</remarks>
internal sealed class OpenSslEd25519 : IEd25519Verifier, IDisposable
{
    /// <summary>EVP_PKEY_ED25519.</summary>
    private const int KeyType = 1087;

    private static readonly string[] Libraries = OperatingSystem.IsWindows()
        ? ["libcrypto-3-x64.dll", "libcrypto-1_1-x64.dll"]
        : OperatingSystem.IsMacOS()
            ? ["libcrypto.3.dylib", "/opt/homebrew/opt/openssl@3/lib/libcrypto.3.dylib", "/usr/local/opt/openssl@3/lib/libcrypto.3.dylib"]
            : ["libcrypto.so.3", "libcrypto.so.1.1"];

    private static readonly Lazy<Functions?> Library = new(Load);
    private readonly Functions functions;
    private readonly Key key;

    private OpenSslEd25519(Functions functions, Key key)
    {
        this.functions = functions;
        this.key = key;
    }

    private delegate IntPtr NewRawPublicKey(int type, IntPtr engine, byte[] key, nuint length);

    private delegate void Free(IntPtr item);

    private delegate IntPtr NewContext();

    private delegate int VerifyInit(IntPtr context, IntPtr keyContext, IntPtr digest, IntPtr engine, IntPtr key);

    private delegate int DigestVerify(IntPtr context, ref byte signature, nuint signatureLength, ref byte message, nuint messageLength);

    /// <inheritdoc />
    public string Name => $"OpenSSL ({functions.Library})";

    /// <summary>A verifier; null when the library is not there or cannot do Ed25519.</summary>
    /// <param name="key">32 bytes that encode a point.</param>
    public static OpenSslEd25519? TryCreate(ReadOnlySpan<byte> key)
    {
        if (Library.Value is not { } functions) return null;
        var handle = functions.NewRawPublicKey(KeyType, IntPtr.Zero, key.ToArray(), (nuint)key.Length);
        return handle == IntPtr.Zero ? null : new OpenSslEd25519(functions, new Key(handle, functions.FreeKey));
    }

    /// <inheritdoc />
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != 64) return false;
        var context = functions.NewContext();
        if (context == IntPtr.Zero) throw new InvalidOperationException("OpenSSL has no memory.");
        var isHeld = false;
        try
        {
            key.DangerousAddRef(ref isHeld);
            return functions.VerifyInit(context, IntPtr.Zero, IntPtr.Zero, IntPtr.Zero, key.DangerousGetHandle()) == 1
                && functions.DigestVerify(
                    context, ref MemoryMarshal.GetReference(signature), (nuint)signature.Length, ref MemoryMarshal.GetReference(message), (nuint)message.Length) == 1;
        }
        finally
        {
            if (isHeld) key.DangerousRelease();
            functions.FreeContext(context);
        }
    }

    /// <inheritdoc />
    public void Dispose() => key.Dispose();

    private static Functions? Load()
    {
        foreach (var name in Libraries)
        {
            if (!NativeLibrary.TryLoad(name, out var library)) continue;
            if (Functions.TryBind(name, library) is { } functions) return functions;
            NativeLibrary.Free(library);
        }

        return null;
    }

    private sealed class Key : SafeHandleZeroOrMinusOneIsInvalid
    {
        private readonly Free free;

        public Key(IntPtr handle, Free free)
            : base(ownsHandle: true)
        {
            this.free = free;
            SetHandle(handle);
        }

        protected override bool ReleaseHandle()
        {
            free(handle);
            return true;
        }
    }

    private sealed record Functions(
        string Library, NewRawPublicKey NewRawPublicKey, Free FreeKey, NewContext NewContext, Free FreeContext, VerifyInit VerifyInit, DigestVerify DigestVerify)
    {
        public static Functions? TryBind(string name, IntPtr library)
        {
            return Find<NewRawPublicKey>(library, "EVP_PKEY_new_raw_public_key") is { } newKey
                && Find<Free>(library, "EVP_PKEY_free") is { } freeKey
                && Find<NewContext>(library, "EVP_MD_CTX_new") is { } newContext
                && Find<Free>(library, "EVP_MD_CTX_free") is { } freeContext
                && Find<VerifyInit>(library, "EVP_DigestVerifyInit") is { } verifyInit
                && Find<DigestVerify>(library, "EVP_DigestVerify") is { } verify
                    ? new Functions(Path.GetFileName(name), newKey, freeKey, newContext, freeContext, verifyInit, verify)
                    : null;
        }

        private static T? Find<T>(IntPtr library, string name)
            where T : Delegate =>
            NativeLibrary.TryGetExport(library, name, out var address) ? Marshal.GetDelegateForFunctionPointer<T>(address) : null;
    }
}
