using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Store;

/// <summary>Computes a hash that shows whether two articles are the same in every field.</summary>
public static class ArticleHash
{
    /// <summary>
    /// Returns the SHA-256 over every field, each with its length; 32 bytes, equal on every machine and in every version of the program.
    /// </summary>
    public static byte[] Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, article.Source);
        Append(hash, article.Headline);
        Append(hash, article.Text);
        Append(hash, article.Published?.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        Append(hash, article.Author);
        Append(hash, article.Outlet);
        Append(hash, article.Url);
        Append(hash, article.Section);
        Append(hash, article.Language);
        // Omitted where empty, so that articles stored before these fields existed keep their hash.
        Append(hash, "state", article.State == ArticleState.Published ? null : article.State.ToString());
        Append(
            hash,
            "embargo",
            article.EmbargoedUntil?.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
        Append(hash, "version", article.Version?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Append(hash, "item", article.ItemId);
        Append(hash, "replaces", article.Replaces);
        Append(hash, "note", article.StateNote);
        Append(hash, "fromText", article.IsStateReadFromText ? "" : null);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, string name, string? field)
    {
        if (field is null)
            return;
        Append(hash, name);
        Append(hash, field);
    }

    private static void Append(IncrementalHash hash, string? field)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        if (field is null)
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, -1);
            hash.AppendData(length);
            return;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(field.Length));
        var count = Encoding.UTF8.GetBytes(field, bytes);
        BinaryPrimitives.WriteInt32LittleEndian(length, count);
        hash.AppendData(length);
        hash.AppendData(bytes, 0, count);
        ArrayPool<byte>.Shared.Return(bytes);
    }
}
