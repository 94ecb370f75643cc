namespace NewsBot.Newsroom.Language.WordNet;

/// <summary>Specifies what a word usually is in running text.</summary>
internal enum WordClass
{
    Noun,
    Verb,
    Adjective,
    Adverb,
}
