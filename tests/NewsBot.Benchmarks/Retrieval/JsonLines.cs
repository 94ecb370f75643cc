using System.Text.Json;

namespace NewsBot.Benchmarks.Retrieval;

/// <summary>Reads files of one JSON object a line.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>All lines of a reader, in order.</summary>
    public static IEnumerable<T> Read<T>(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
                yield return Parse<T>(line);
        }
    }

    /// <summary>The object of one line.</summary>
    public static T Parse<T>(string line) => JsonSerializer.Deserialize<T>(line, Options)!;

    /// <summary>All lines of a file, in order.</summary>
    public static List<T> ReadFile<T>(string file)
    {
        using var reader = File.OpenText(file);
        return [.. Read<T>(reader)];
    }
}
