namespace NewsBot.Newsroom.Language;

/// <summary>Words and phrases that can stand for a word, as stems, each with how good a match it is.</summary>
internal sealed class RelatedWords
{
    /// <summary>The phrase itself.</summary>
    public const double Itself = 1;

    /// <summary>Another form of the same word: "broke" for "break".</summary>
    public const double OtherForm = 0.95;

    /// <summary>The word's fellow in the thesaurus.</summary>
    public const double Synonym = 0.7;

    /// <summary>A country and its adjective or other name.</summary>
    public const double SamePlace = 0.9;

    /// <summary>A capital for its government, or the other way round.</summary>
    public const double StandsFor = 0.6;

    /// <summary>Nothing else stands for the word.</summary>
    public static readonly RelatedWords None = new();

    private readonly Dictionary<string, double> single = new(StringComparer.Ordinal);
    private readonly List<(string[] Stems, double Match)> phrases = [];

    public IReadOnlyDictionary<string, double> Single => single;

    /// <summary>All of them, as search words.</summary>
    public IEnumerable<string> Words => single.Keys.Concat(phrases.SelectMany(phrase => phrase.Stems));

    public IReadOnlyList<(string[] Stems, double Match)> Phrases => phrases;

    public void Add(IEnumerable<string[]> entries, double match)
    {
        foreach (var entry in entries)
        {
            if (entry.Length > 1) phrases.Add((entry, match));
            else if (!single.TryGetValue(entry[0], out var known) || known < match) single[entry[0]] = match;
        }
    }
}
