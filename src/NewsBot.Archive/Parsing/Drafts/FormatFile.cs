using NewsBot.Archive.Parsing.Dates;

namespace NewsBot.Archive.Parsing.Drafts;

/// <summary>A file whose kind is known, with its content in memory.</summary>
internal sealed record FormatFile
{
    /// <summary>The file's name without its folder.</summary>
    public required string Name { get; init; }

    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The content as text; empty for binary formats.</summary>
    public string Text { get; init; } = "";

    /// <summary>Who publishes it, where the newsroom knows; null: as it says itself.</summary>
    public string? Outlet { get; init; }

    /// <summary>How 03/05/2023 is read; null: by the language.</summary>
    public DateOrder? DateOrder { get; init; }
}
