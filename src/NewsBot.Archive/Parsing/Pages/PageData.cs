namespace NewsBot.Archive.Parsing.Pages;

/// <summary>What a page says about its article outside the text. Each field is null where it says nothing.</summary>
internal sealed record PageData
{
    public string? Headline { get; init; }

    public string? Published { get; init; }

    public string? Author { get; init; }

    public string? Outlet { get; init; }

    public string? Url { get; init; }

    public string? Section { get; init; }

    public string? Language { get; init; }

    public string? Text { get; init; }
}
