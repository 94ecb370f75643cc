namespace NewsBot.Archive.Splitting;

/// <summary>Specifies how a word begins.</summary>
internal enum NextWordKind
{
    /// <summary>There is no word.</summary>
    None,

    /// <summary>With a capital, with a letter of a script without capitals, or like a hashtag, a sum of money or a brand.</summary>
    Upper,

    /// <summary>With a small letter.</summary>
    Lower,

    /// <summary>With a small letter after an opening quote or bracket.</summary>
    QuotedLower,

    /// <summary>With a digit.</summary>
    Digit,

    /// <summary>It is not a word: other punctuation, or half of a surrogate pair.</summary>
    Symbol,
}
