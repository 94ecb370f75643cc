using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsBot.ApiDocument;

/// <summary>Turns what the code says about wire types, for who changes them, into what callers of the API read.</summary>
internal static partial class SchemaWords
{
    /// <summary>Returns a description without the verb of the code's documentation, and with members named as in JSON.</summary>
    /// <param name="description">As in the code; null: there is none.</param>
    public static string? OfReader(string? description)
    {
        if (string.IsNullOrEmpty(description))
            return description;
        var named = Member().Replace(description, member => $"`{JsonNamingPolicy.CamelCase.ConvertName(member.Groups["name"].Value)}`");
        var words = Verb().Replace(named, "");
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex("^(Gets,? |Represents )")]
    private static partial Regex Verb();

    /// <summary>Matches a reference to a member, such as <c>int CitationJson.Start</c>.</summary>
    [GeneratedRegex(@"\b\w+\?? \w+Json\.(?<name>\w+)")]
    private static partial Regex Member();
}
