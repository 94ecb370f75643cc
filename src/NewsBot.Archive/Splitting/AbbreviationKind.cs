namespace NewsBot.Archive.Splitting;

/// <summary>Specifies what the word before a full stop says about it.</summary>
internal enum AbbreviationKind
{
    /// <summary>The word is not an abbreviation.</summary>
    None,

    /// <summary>A name follows: "Sgt.".</summary>
    Title,

    /// <summary>Something always follows: "vs.", "e.g.".</summary>
    Never,

    /// <summary>A number at the start: "1. ".</summary>
    Enumerator,

    /// <summary>A number follows, or the sentence ends: "No. 10", "Sept. 11".</summary>
    Number,

    /// <summary>A date follows, or the sentence ends: "Wed. May 3".</summary>
    Day,

    /// <summary>"a.m.", "p.m.".</summary>
    Time,

    /// <summary>It occurs both within sentences and at their ends: "U.S.", "Inc.", "George W.".</summary>
    Anywhere,
}
