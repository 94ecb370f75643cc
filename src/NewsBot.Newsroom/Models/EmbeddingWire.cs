using System.Runtime.InteropServices;
using System.Text.Json;

namespace NewsBot.Newsroom.Models;

/// <summary>Requests and responses of <c>/v1/embeddings</c>.</summary>
internal static class EmbeddingWire
{
    /// <summary>The body of a request.</summary>
    public static BinaryData Request(string model, IReadOnlyList<string> texts)
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteString("model", model);
            writer.WriteString("encoding_format", "float");
            writer.WriteStartArray("input");
            foreach (var text in texts) writer.WriteStringValue(text);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return new BinaryData(body.ToArray());
    }

    /// <summary>The vectors of a response, in the order of the texts.</summary>
    /// <exception cref="FormatException">There are not as many as texts, or they differ in length.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static IReadOnlyList<ReadOnlyMemory<float>> Read(ReadOnlyMemory<byte> json, int count)
    {
        using var document = JsonDocument.Parse(json);
        var vectors = new ReadOnlyMemory<float>[count];
        var next = 0;
        foreach (var item in document.RootElement.GetProperty("data").EnumerateArray())
        {
            var index = item.TryGetProperty("index", out var given) && given.ValueKind == JsonValueKind.Number ? given.GetInt32() : next;
            if (index < 0 || index >= count || !vectors[index].IsEmpty) throw new FormatException("An index is not among those of the texts, or comes twice.");
            vectors[index] = Vector(item.GetProperty("embedding"));
            next++;
        }

        if (vectors.Any(vector => vector.IsEmpty || vector.Length != vectors[0].Length)) throw new FormatException("A vector is missing, or has another length than the others.");
        return vectors;
    }

    private static float[] Vector(JsonElement embedding)
    {
        if (embedding.ValueKind != JsonValueKind.String) return [.. embedding.EnumerateArray().Select(number => number.GetSingle())];
        var bytes = embedding.GetBytesFromBase64();
        return bytes.Length % sizeof(float) == 0 ? MemoryMarshal.Cast<byte, float>(bytes).ToArray() : throw new FormatException("A vector ends in the middle of a number.");
    }
}
