using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Composing.Agreement;

/// <summary>Reads the stance of a sentence from the words that news reports use for it.</summary>
internal static class StanceReader
{
    private const int CommentWithin = 5;

    public static Stance Of(AnnotatedText sentence)
    {
        var words = sentence.Words;
        var accuses = false;
        for (var i = 0; i < words.Count; i++)
        {
            switch (words[i].Stem)
            {
                case "comment" when IsWithheld(words, i):
                    return Stance.Silent;
                case "deni" or "refut" or "dismiss" or "disput" or "rebut":
                    return Stance.Denies;
                case "reject" when words.Skip(i + 1).Take(CommentWithin).Any(word => word.Stem is "claim" or "alleg" or "accus" or "report" or "charg"):
                    return Stance.Denies;
                case "noth" when words.Skip(i + 1).Take(2).Any(word => word.Folded == "do"):
                    return Stance.Denies;
                case "admit" or "confess" or "acknowledg":
                    return Stance.Confirms;
                case "respons" when i > 0 && words[i - 1].Folded is "claimed" or "took" or "accepted":
                    return Stance.Confirms;
                case "accus" or "blame":
                    accuses = true;
                    break;
            }
        }

        return accuses ? Stance.Accuses : Stance.None;
    }

    /// <summary>"has so far not commented", "did not immediately comment", "no immediate comment", "declined to comment".</summary>
    private static bool IsWithheld(IReadOnlyList<AnnotatedWord> words, int comment) =>
        words.Take(comment).TakeLast(CommentWithin).Any(word => word.Folded is "not" or "no" or "declined" or "refused" || word.Folded.EndsWith("n't", StringComparison.Ordinal));
}
