namespace NewsBot.Search.Analysis;

/// <summary>
/// Represents one run of the Snowball English algorithm over a word, in place. The step names and the regions R1 and R2 are those of the
/// published description.
/// </summary>
internal ref struct EnglishStemming
{
    private static readonly string[] R1Prefixes = ["gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter"];

    // Longest first where one suffix ends another: the longest match decides, even when its condition then fails.
    private static readonly (string Suffix, string Replacement)[] Step2 =
    [
        ("ational", "ate"),
        ("ization", "ize"),
        ("fulness", "ful"),
        ("ousness", "ous"),
        ("iveness", "ive"),
        ("tional", "tion"),
        ("biliti", "ble"),
        ("lessli", "less"),
        ("entli", "ent"),
        ("ation", "ate"),
        ("alism", "al"),
        ("aliti", "al"),
        ("ousli", "ous"),
        ("iviti", "ive"),
        ("fulli", "ful"),
        ("ogist", "og"),
        ("enci", "ence"),
        ("anci", "ance"),
        ("abli", "able"),
        ("izer", "ize"),
        ("ator", "ate"),
        ("alli", "al"),
        ("bli", "ble"),
        ("ogi", "og"),
        ("li", ""),
    ];

    private static readonly (string Suffix, string Replacement)[] Step3 =
    [
        ("ational", "ate"),
        ("tional", "tion"),
        ("alize", "al"),
        ("icate", "ic"),
        ("iciti", "ic"),
        ("ative", ""),
        ("ical", "ic"),
        ("ness", ""),
        ("ful", ""),
    ];

    private static readonly string[] Step4 =
    [
        "ement",
        "ance",
        "ence",
        "able",
        "ible",
        "ment",
        "ant",
        "ent",
        "ism",
        "ate",
        "iti",
        "ous",
        "ive",
        "ize",
        "ion",
        "al",
        "er",
        "ic",
    ];

    private readonly Span<char> word;
    private int length;
    private int r1;
    private int r2;

    /// <summary>Prepares a run.</summary>
    /// <param name="word">At least three characters of a–z and apostrophe; overwritten.</param>
    public EnglishStemming(Span<char> word)
    {
        this.word = word;
        length = word.Length;
    }

    private readonly ReadOnlySpan<char> Rest => word[..length];

    /// <summary>Runs all steps and returns the stem's length.</summary>
    public int Run()
    {
        DropLeadingApostrophe();
        MarkConsonantY();
        MarkRegions();
        RemovePlural();
        RemovePastAndProgressive();
        ReplaceFinalY();
        ReplaceDerivational();
        ReplaceAdjectival();
        RemoveResidual();
        RemoveFinalEOrL();
        word[..length].Replace('Y', 'y');
        return length;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private void DropLeadingApostrophe()
    {
        if (word[0] != '\'')
            return;
        word[1..length].CopyTo(word);
        length--;
    }

    // 'Y' marks a y that is a consonant: at the start, or after a vowel.
    private readonly void MarkConsonantY()
    {
        for (var i = 0; i < length; i++)
        {
            if (word[i] == 'y' && (i == 0 || IsVowel(word[i - 1])))
                word[i] = 'Y';
        }
    }

    private void MarkRegions()
    {
        r1 = 0;
        foreach (var prefix in R1Prefixes)
        {
            if (Rest.StartsWith(prefix))
                r1 = prefix.Length;
        }

        if (r1 == 0)
            r1 = AfterVowelThenConsonant(0);
        r2 = AfterVowelThenConsonant(r1);
    }

    private readonly int AfterVowelThenConsonant(int from)
    {
        while (from < length && !IsVowel(word[from]))
            from++;
        while (from < length && IsVowel(word[from]))
            from++;
        return Math.Min(from + 1, length);
    }

    // Step 1a.
    private void RemovePlural()
    {
        length -=
            Ends("'s'") ? 3
            : Ends("'s") ? 2
            : Ends("'") ? 1
            : 0;
        if (Ends("sses"))
            length -= 2;
        else if (Ends("ied") || Ends("ies"))
            length -= length > 4 ? 2 : 1;
        else if (Ends("s") && !Ends("us") && !Ends("ss") && HasVowelBefore(length - 2))
            length--;
    }

    // Step 1b.
    private void RemovePastAndProgressive()
    {
        if (LengthOfEnding("eedly", "eed") is > 0 and var eed)
        {
            if (length - eed >= r1 && Rest[..(length - eed)] is not ("proc" or "exc" or "succ"))
                length -= eed - 2;
            return;
        }

        var cut = LengthOfEnding("ingly", "edly", "ing", "ed");
        var stem = Rest[..(length - cut)];
        if (cut == 0 || (cut == 3 && stem is "inn" or "out" or "cann" or "herr" or "earr" or "even"))
            return;
        if (cut == 3 && stem.Length == 2 && stem[1] == 'y' && !IsVowel(stem[0]))
        {
            // "dying", "lying", "tying", "vying".
            "ie".CopyTo(word[1..]);
            length = 3;
        }
        else if (HasVowelBefore(length - cut))
        {
            length -= cut;
            RepairStem();
        }
    }

    private void RepairStem()
    {
        if (Ends("at") || Ends("bl") || Ends("iz"))
            word[length++] = 'e';
        else if (EndsInDouble())
            length -= length == 3 && word[0] is 'a' or 'e' or 'o' ? 0 : 1;
        else if (length == r1 && EndsInShortSyllable(length))
            word[length++] = 'e';
    }

    // Step 1c.
    private readonly void ReplaceFinalY()
    {
        if (length > 2 && word[length - 1] is 'y' or 'Y' && !IsVowel(word[length - 2]))
            word[length - 1] = 'i';
    }

    // Step 2.
    private void ReplaceDerivational()
    {
        foreach (var (suffix, replacement) in Step2)
        {
            if (!Ends(suffix))
                continue;
            var before = length > suffix.Length ? word[length - suffix.Length - 1] : '\0';
            if (InR1(suffix.Length) && (suffix != "ogi" || before == 'l') && (suffix != "li" || "cdeghkmnrt".Contains(before)))
                Replace(suffix.Length, replacement);
            return;
        }
    }

    // Step 3.
    private void ReplaceAdjectival()
    {
        foreach (var (suffix, replacement) in Step3)
        {
            if (!Ends(suffix))
                continue;
            if (InR1(suffix.Length) && (suffix != "ative" || InR2(suffix.Length)))
                Replace(suffix.Length, replacement);
            return;
        }
    }

    // Step 4.
    private void RemoveResidual()
    {
        foreach (var suffix in Step4)
        {
            if (!Ends(suffix))
                continue;
            if (InR2(suffix.Length) && (suffix != "ion" || word[length - 4] is 's' or 't'))
                length -= suffix.Length;
            return;
        }
    }

    // Step 5.
    private void RemoveFinalEOrL()
    {
        if (Ends("e") && (InR2(1) || (InR1(1) && !EndsInShortSyllable(length - 1))))
            length--;
        else if (Ends("ll") && InR2(1))
            length--;
    }

    private readonly bool Ends(string suffix) => Rest.EndsWith(suffix);

    private readonly bool InR1(int suffixLength) => length - suffixLength >= r1;

    private readonly bool InR2(int suffixLength) => length - suffixLength >= r2;

    private readonly int LengthOfEnding(params ReadOnlySpan<string> suffixes)
    {
        foreach (var suffix in suffixes)
        {
            if (Ends(suffix))
                return suffix.Length;
        }

        return 0;
    }

    private readonly bool HasVowelBefore(int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (IsVowel(word[i]))
                return true;
        }

        return false;
    }

    private readonly bool EndsInDouble() => length > 1 && word[length - 1] == word[length - 2] && "bdfgmnprt".Contains(word[length - 1]);

    private readonly bool EndsInShortSyllable(int end) =>
        (
            end > 2
            && !IsVowel(word[end - 1])
            && word[end - 1] is not ('w' or 'x' or 'Y')
            && IsVowel(word[end - 2])
            && !IsVowel(word[end - 3])
        )
        || (end == 2 && !IsVowel(word[1]) && IsVowel(word[0]))
        || Rest[..end].EndsWith("past");

    private void Replace(int suffixLength, string replacement)
    {
        replacement.CopyTo(word[(length - suffixLength)..]);
        length += replacement.Length - suffixLength;
    }
}
