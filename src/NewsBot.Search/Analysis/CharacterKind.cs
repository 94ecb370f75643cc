namespace NewsBot.Search.Analysis;

/// <summary>What a code point does to the words around it.</summary>
internal enum CharacterKind : byte
{
    /// <summary>Parts words: spaces, punctuation, symbols, emoji, controls, lone surrogates.</summary>
    Separator,

    /// <summary>A letter of a script that parts its words.</summary>
    Letter,

    /// <summary>A digit, also raised or lowered ("CO₂").</summary>
    Digit,

    /// <summary>Belongs to the letter before it: combining marks, soft hyphens, joiners.</summary>
    Mark,

    /// <summary>A character of a script written without spaces (Han, kana): a word of its own.</summary>
    Ideograph,
}
