namespace NewsBot.Search.Analysis;

/// <summary>Specifies the role of a code point in words.</summary>
internal enum CharacterKind : byte
{
    /// <summary>Separates words: spaces, punctuation, symbols, emoji, controls, lone surrogates.</summary>
    Separator,

    /// <summary>A letter of a script that separates its words.</summary>
    Letter,

    /// <summary>A digit, including superscripts and subscripts ("CO₂").</summary>
    Digit,

    /// <summary>Belongs to the letter before it: combining marks, soft hyphens, joiners.</summary>
    Mark,

    /// <summary>A character of a script written without spaces (Han, kana): a word by itself.</summary>
    Ideograph,
}
