namespace NewsBot.Newsroom.Language;

/// <summary>The strongest punctuation between a word and the word before it, weakest first.</summary>
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
