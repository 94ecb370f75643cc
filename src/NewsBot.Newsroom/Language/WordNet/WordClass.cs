namespace NewsBot.Newsroom.Language.WordNet;

/// <summary>What a word mostly is in running text.</summary>
internal enum WordClass
{
    Noun,
    Verb,
    Adjective,
    Adverb,
}
