using System.Collections.Frozen;

namespace NewsBot.Search.Analysis;

/// <summary>
/// Provides letters beyond ASCII with the plain letters they are folded to. The table is needed because <c>string.Normalize</c> returns
/// its input unchanged when globalization is invariant, as it is in this product.
/// </summary>
/// <remarks>
/// Latin, Greek and Cyrillic letters follow the canonical decompositions of the Unicode standard without their marks; ligatures and
/// letters without a decomposition ("ø", "ß") are written as English newsrooms write them.
/// </remarks>
public static class LetterFolds
{
    private static readonly FrozenDictionary<char, string> Folds = Build();

    /// <summary>Gets the letters that a lower-case letter is folded to; returns false when it stays as it is.</summary>
    public static bool TryGet(char letter, out string folded) => Folds.TryGetValue(letter, out folded!);

    private static FrozenDictionary<char, string> Build()
    {
        (string Plain, string Letters)[] groups =
        [
            ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
            ("b", "ḃḅḇ"),
            ("c", "çćĉċčḉ"),
            ("d", "ďḋḍḏḑḓđð"),
            ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệə"),
            ("f", "ḟ"),
            ("g", "ĝğġģǧǵḡ"),
            ("h", "ĥȟḣḥḧḩḫẖħ"),
            ("i", "ìíîïĩīĭįǐȉȋḭḯỉịıİ"),
            ("j", "ĵǰ"),
            ("k", "ķǩḱḳḵĸ"),
            ("l", "ĺļľḷḹḻḽłŀ"),
            ("m", "ḿṁṃ"),
            ("n", "ñńņňǹṅṇṉṋŋ"),
            ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợø"),
            ("p", "ṕṗ"),
            ("r", "ŕŗřȑȓṙṛṝṟ"),
            ("s", "śŝşšșṡṣṥṧṩſ"),
            ("t", "ţťțṫṭṯṱẗŧ"),
            ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
            ("v", "ṽṿ"),
            ("w", "ŵẁẃẅẇẉẘ"),
            ("x", "ẋẍ"),
            ("y", "ýÿŷȳẏẙỳỵỷỹ"),
            ("z", "źżžẑẓẕ"),
            ("ae", "æǽǣ"),
            ("oe", "œ"),
            ("ss", "ß"),
            ("th", "þ"),
            ("ij", "ĳ"),
            ("ff", "ﬀ"),
            ("fi", "ﬁ"),
            ("fl", "ﬂ"),
            ("ffi", "ﬃ"),
            ("ffl", "ﬄ"),
            ("st", "ﬅﬆ"),
            ("α", "ά"),
            ("ε", "έ"),
            ("η", "ή"),
            ("ι", "ίϊΐ"),
            ("ο", "ό"),
            ("υ", "ύϋΰ"),
            ("ω", "ώ"),
            ("σ", "ς"),
            ("е", "ёѐ"),
            ("и", "йѝ"),
            ("і", "ї"),
            ("г", "ѓ"),
            ("к", "ќ"),
            ("у", "ў"),
        ];
        return groups.SelectMany(group => group.Letters.Select(letter => KeyValuePair.Create(letter, group.Plain))).ToFrozenDictionary();
    }
}
