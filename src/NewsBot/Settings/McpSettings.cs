namespace NewsBot.Settings;

/// <summary>Represents the settings of the Model Context Protocol over HTTP, for assistants that use the archive.</summary>
/// <param name="Key">The bearer token of callers, never logged. Null: <c>/mcp</c> is not served.</param>
internal sealed record McpSettings(string? Key)
{
    private const int MinKeyChars = 16;

    /// <summary>Reads section <c>Mcp</c>.</summary>
    public static McpSettings Read(SettingsReader reader)
    {
        var key = reader.Text("Mcp:Key");
        if (key is not null && (key.Length < MinKeyChars || !key.All(c => c is > ' ' and < (char)127)))
            reader.Fail(
                "Mcp:Key",
                "cannot be used",
                $"take at least {MinKeyChars} letters, digits and signs without spaces, such as the output of: openssl rand -hex 24"
            );
        return new McpSettings(key);
    }

    /// <summary>Returns a text without the key, because settings may be written anywhere.</summary>
    public override string ToString() => $"McpSettings {{ IsOn = {Key is not null} }}";
}
