namespace NewsBot.Archive.Parsing.Texts;

/// <summary>Represents what the first lines of a text say about it. Each field is null where they do not say.</summary>
internal sealed record HeaderLines
{
    /// <summary>Gets the text without those lines.</summary>
    public required string Text { get; init; }

    public string? Headline { get; init; }

    public string? Published { get; init; }

    public string? Author { get; init; }

    public string? Outlet { get; init; }

    public string? Url { get; init; }

    public string? Section { get; init; }

    public string? Language { get; init; }
}
