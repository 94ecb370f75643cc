using NewsBot.Archive.Passages;

namespace NewsBot.Newsroom.Answers;

/// <summary>Represents the place in the archive that supports a statement.</summary>
public sealed record Citation
{
    /// <summary>Gets the number, from 1, unique within the answer.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the article's source.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the article's headline.</summary>
    public required string Headline { get; init; }

    /// <summary>Gets the day of publication (UTC); null if unknown.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Gets the outlet that published the article; null if unknown.</summary>
    public string? Outlet { get; init; }

    /// <summary>Gets the verbatim text of the article at <see cref="Range"/>.</summary>
    public required string Quote { get; init; }

    /// <summary>Gets the position of the quote in the article's text, in UTF-16 offsets.</summary>
    public required TextRange Range { get; init; }

    /// <summary>Gets the address of the article's page with the quote marked.</summary>
    public required string Link { get; init; }
}
