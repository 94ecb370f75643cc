using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Composing.Agreement;

/// <summary>Reads the stance of a sentence from the words that news reports use for it.</summary>
internal static class StanceReader
{
    private const int CommentWithin = 5;
    private const int ChargeWithin = 6;

    public static Stance Of(AnnotatedText sentence)
    {
        var words = sentence.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Stem == "comment" && IsWithheld(words, i))
                return Stance.Silent;
            if (IsDenial(words, i))
                return Stance.Denies;
            if (English.VerbsOfAdmitting.Contains(words[i]))
                return Stance.Confirms;
            if (words[i].Stem == "respons" && i > 0 && words[i - 1].Folded is "claimed" or "took" or "accepted")
                return Stance.Confirms;
        }

        return words.Any(English.VerbsOfAccusing.Contains) ? Stance.Accuses : Stance.None;
    }

    /// <summary>Determines whether anything is denied in the sentence, whatever else it says.</summary>
    public static bool Denies(AnnotatedText sentence) => Enumerable.Range(0, sentence.Words.Count).Any(i => IsDenial(sentence.Words, i));

    /// <summary>Determines whether a word denies something: "denied", "rejected the claim", "had nothing to do with".</summary>
    public static bool IsDenial(IReadOnlyList<AnnotatedWord> words, int i) =>
        English.VerbsOfDenying.Contains(words[i])
        || (English.VerbsOfRejecting.Contains(words[i]) && words.Skip(i + 1).Take(ChargeWithin).Any(English.Charges.Contains))
        || (words[i].Folded == "nothing" && words.Skip(i + 1).Take(2).Any(word => word.Folded == "do"));

    /// <summary>
    /// Determines whether a comment is withheld: "has so far not commented", "no immediate comment", "declined to comment".
    /// </summary>
    private static bool IsWithheld(IReadOnlyList<AnnotatedWord> words, int comment) =>
        words.Take(comment).TakeLast(CommentWithin).Any(word => English.Negations.Contains(word) || word.Folded is "declined" or "refused");
}
