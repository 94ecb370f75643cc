namespace NewsBot.Newsroom.Language;

/// <summary>Specifies the strongest punctuation mark between a word and the one before it, weakest first.</summary>
internal enum WordBreak
{
    None,
    Hyphen,
    Comma,
    Bracket,
    Dash,
    Quote,
    Stop,
}
