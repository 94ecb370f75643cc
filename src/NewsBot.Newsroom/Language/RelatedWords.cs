namespace NewsBot.Newsroom.Language;

/// <summary>Represents words and phrases that may replace a word, as stems, each with the quality of the match, 0 to 1.</summary>
internal sealed class RelatedWords
{
    /// <summary>Specifies the match of the phrase itself.</summary>
    public const double Itself = 1;

    /// <summary>Specifies the match of another form of the same word: "broke" for "break".</summary>
    public const double OtherForm = 0.95;

    /// <summary>Specifies the match of another word in the same group of the thesaurus.</summary>
    public const double Synonym = 0.7;

    /// <summary>Specifies the match of a country and its adjective or other name.</summary>
    public const double SamePlace = 0.9;

    /// <summary>Specifies the match of a capital and its government.</summary>
    public const double StandsFor = 0.6;

    /// <summary>Specifies that nothing else may replace the word.</summary>
    public static readonly RelatedWords None = new();

    private readonly Dictionary<string, double> single = new(StringComparer.Ordinal);
    private readonly List<(string[] Stems, double Match)> phrases = [];

    /// <summary>Gets the single words, each with its match.</summary>
    public IReadOnlyDictionary<string, double> Single => single;

    /// <summary>Gets all words, including those of the phrases, as search words.</summary>
    public IEnumerable<string> Words => single.Keys.Concat(phrases.SelectMany(phrase => phrase.Stems));

    /// <summary>Gets the phrases, each with its match.</summary>
    public IReadOnlyList<(string[] Stems, double Match)> Phrases => phrases;

    /// <summary>Adds words and phrases with their match; of two matches of one word, the better is kept.</summary>
    public void Add(IEnumerable<string[]> entries, double match)
    {
        foreach (var entry in entries)
        {
            if (entry.Length > 1)
                phrases.Add((entry, match));
            else if (!single.TryGetValue(entry[0], out var known) || known < match)
                single[entry[0]] = match;
        }
    }
}
