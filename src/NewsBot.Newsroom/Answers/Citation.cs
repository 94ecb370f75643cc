
using NewsBot.Archive.Passages;

namespace NewsBot.Newsroom.Answers;

/// <summary>Where a statement stands in the archive.</summary>
public sealed record Citation
{
    /// <summary>From 1, unique within the answer.</summary>
    public required int Number { get; init; }

    /// <summary>The article's source.</summary>
    public required string Source { get; init; }

    /// <summary>The article's headline.</summary>
    public required string Headline { get; init; }

    /// <summary>Day of publication (UTC), or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Who published the article, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>Verbatim: the article's text at <see cref="Range"/>.</summary>
    public required string Quote { get; init; }

    /// <summary>Where the quote stands in the article's text.</summary>
    public required TextRange Range { get; init; }

    /// <summary>The article's page with the quote marked.</summary>
    public required string Link { get; init; }
}
