using System.Collections.Frozen;

namespace NewsBot.Archive.Splitting;

/// <summary>Recognises the abbreviations of English-language news. Titles and months count only with a capital.</summary>
internal static class Abbreviation
{
    // The number of characters read before a full stop. Every look back is bounded, so that no text takes more than linear time.
    private const int MaxChars = 24;

    private const int MaxBeforeEnumerator = 4;

    private static readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> Known = Table()
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    // Group B. Then …
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeLabels = new[]
    {
        "Group",
        "Plan",
        "Grade",
        "Vitamin",
        "Hepatitis",
        "Class",
        "Type",
        "Influenza",
        "Section",
        "Division",
        "Category",
        "Appendix",
        "Pool",
    }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Returns the kind of the word that ends before <paramref name="stop"/>, the offset of the full stop.</summary>
    public static AbbreviationKind Before(string text, int stop, int sentenceStart)
    {
        var end = stop;
        while (end > sentenceStart && stop - end < 2 && char.IsWhiteSpace(text[end - 1]))
            end--;
        var start = end;
        while (start > sentenceStart && end - start < MaxChars && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.'))
            start--;
        if (start == end)
            return AbbreviationKind.None;

        var word = text.AsSpan(start, end - start);
        if (IsEnumerator(text, word, start, sentenceStart))
            return AbbreviationKind.Enumerator;
        if (word.Length == 1)
            return OfOneLetter(text, word[0], start, sentenceStart);
        if (word.Contains('.'))
            return OfInitials(word);
        return Known.TryGetValue(word, out var kind) && HasCapitalIfNeeded(word, kind) && !IsAcronym(text, word, start, sentenceStart)
            ? kind
            : AbbreviationKind.None;
    }

    private static bool IsEnumerator(string text, ReadOnlySpan<char> word, int start, int sentenceStart)
    {
        if (word.Length > 2 || start - sentenceStart > MaxBeforeEnumerator || word.ContainsAnyExceptInRange('0', '9'))
            return false;
        return text.AsSpan(sentenceStart, start - sentenceStart).IndexOfAnyExcept("(\"“ ") < 0;
    }

    private static AbbreviationKind OfOneLetter(string text, char letter, int start, int sentenceStart)
    {
        if (!char.IsUpper(letter))
            return letter switch
            {
                'v' => AbbreviationKind.Never,
                'c' or 'p' => AbbreviationKind.Number,
                _ => AbbreviationKind.None,
            };
        if (start > sentenceStart && text[start - 1] is '\'' or '’' or '&' or '$' or '£' or '€')
            return AbbreviationKind.None;

        var end = start;
        while (end > sentenceStart && char.IsWhiteSpace(text[end - 1]))
            end--;
        var begin = end;
        while (begin > sentenceStart && end - begin < MaxChars && char.IsLetter(text[begin - 1]))
            begin--;
        return BeforeLabels.Contains(text.AsSpan(begin, end - begin)) ? AbbreviationKind.None : AbbreviationKind.Anywhere;
    }

    // "U.S", "J.K", "Ph.D", "a.m", "Lt.Col"; but not "example.com" or "2.30".
    private static AbbreviationKind OfInitials(ReadOnlySpan<char> word)
    {
        if (
            word.Equals("a.m", StringComparison.OrdinalIgnoreCase)
            || word.Equals("p.m", StringComparison.OrdinalIgnoreCase)
            || (
                char.IsAsciiDigit(word[0])
                && (word.EndsWith("a.m", StringComparison.OrdinalIgnoreCase) || word.EndsWith("p.m", StringComparison.OrdinalIgnoreCase))
            )
        )
            return AbbreviationKind.Time;
        if (word.Equals("e.g", StringComparison.OrdinalIgnoreCase) || word.Equals("i.e", StringComparison.OrdinalIgnoreCase))
            return AbbreviationKind.Never;

        foreach (var part in word.Split('.'))
        {
            var letters = word[part];
            if (
                letters.Length > 0
                && Known.TryGetValue(letters, out var kind)
                && kind == AbbreviationKind.Title
                && HasCapitalIfNeeded(letters, kind)
            )
                return AbbreviationKind.Title;
            if (
                letters.Length is 0 or > 2
                || !char.IsLetter(letters[0])
                || (letters.Length == 2 && !(char.IsUpper(letters[0]) && char.IsLower(letters[1])))
            )
                return AbbreviationKind.None;
        }

        return AbbreviationKind.Anywhere;
    }

    // "in the SEC." is not "Sec.", but "PRESIDENT KENNEDY AND GEN. TAYLOR" is all in capitals.
    private static bool IsAcronym(string text, ReadOnlySpan<char> word, int start, int sentenceStart)
    {
        if (word.ContainsAnyExceptInRange('A', 'Z') || word is "MR" or "MRS" or "MS" or "DR" or "JR" or "SR" or "LLC" or "NO" or "VS")
            return false;

        var from = Math.Max(sentenceStart, start - MaxChars);
        var before = text.AsSpan(from, start - from).TrimEnd();
        var previous = before[(before.LastIndexOfAny(' ', '\n') + 1)..];
        return previous.IsEmpty || previous.ContainsAnyInRange('a', 'z');
    }

    // "He won gold at a gen. store" does not occur in news, but "the sun.", "in mar." and "one rep." do.
    private static bool HasCapitalIfNeeded(ReadOnlySpan<char> word, AbbreviationKind kind) =>
        kind is AbbreviationKind.Never || char.IsUpper(word[0]) || word is "pp" or "etc" or "al" or "approx";

    private static Dictionary<string, AbbreviationKind> Table()
    {
        var table = new Dictionary<string, AbbreviationKind>(StringComparer.OrdinalIgnoreCase);
        Add(
            AbbreviationKind.Title,
            "Mr Mrs Ms Mx Dr Prof Gen Lt Col Sgt Capt Maj Cpl Pvt Cmdr Cdr Brig Adm Ens Rev Fr Hon Sen Sens Rep Reps Gov Govs Pres Supt "
                + "Insp Det Atty Amb Messrs Mme Mlle Msgr Mt Ft Spc Sec Dep Asst Cllr"
        );
        Add(AbbreviationKind.Never, "vs viz cf");
        Add(
            AbbreviationKind.Number,
            "No Nos pp Vol Vols Fig Figs Ch Art Op Pt Pts Prop Cat Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
        );
        Add(AbbreviationKind.Day, "Sun Mon Tue Tues Wed Thu Thur Thurs Fri Sat");
        Add(
            AbbreviationKind.Anywhere,
            "Inc Corp Co Cos Ltd Bros LLC Jr Sr St Ste Ave Blvd Rd Hwy Bldg Dept Univ Assn etc al approx Esq "
                + "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Mont Neb Nev Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo Penn"
        );
        return table;

        void Add(AbbreviationKind kind, string words)
        {
            foreach (var word in words.Split(' '))
                table[word] = kind;
        }
    }
}
