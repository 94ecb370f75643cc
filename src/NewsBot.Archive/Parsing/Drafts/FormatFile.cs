using NewsBot.Archive.Parsing.Dates;

namespace NewsBot.Archive.Parsing.Drafts;

/// <summary>Represents a file of known format, with its content in memory.</summary>
internal sealed record FormatFile
{
    /// <summary>Gets the file's name without its folder.</summary>
    public required string Name { get; init; }

    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Gets the content as text; empty for binary formats.</summary>
    public string Text { get; init; } = "";

    /// <summary>Gets the outlet, where the newsroom has set it; null: as the file itself says.</summary>
    public string? Outlet { get; init; }

    /// <summary>Gets how 03/05/2023 is read; null: by the language.</summary>
    public DateOrder? DateOrder { get; init; }
}
