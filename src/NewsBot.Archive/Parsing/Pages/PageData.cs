namespace NewsBot.Archive.Parsing.Pages;

/// <summary>Represents what a page says about its article outside the text. Each field is null where the page does not say.</summary>
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
