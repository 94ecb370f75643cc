using NewsBot.Newsroom.Language;
using NewsBot.Search.Names;

namespace NewsBot.Newsroom.Questions;

/// <summary>Reads the content words and the names of a question.</summary>
internal static class QuestionTermReader
{
    private const double NameWeight = 1.5;
    private const double NumberWeight = 1.3;
    private const double FocusWeight = 1.3;
    private const double WordWeight = 1;
    private const double SpeechWeight = 0.6;

    /// <summary>"Company" in "which company": an answer names one but need not call it that.</summary>
    private const double KindNounWeight = 0.5;

    /// <summary>Returns the content words, in order.</summary>
    public static List<QuestionTerm> Read(IReadOnlyList<AnnotatedWord> words, QuestionShape shape)
    {
        var terms = new List<QuestionTerm>();
        var group = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var isName =
                OtherScript.Is(word.Folded)
                || (
                    word.IsCapital
                    && !word.IsStop
                    && (i > 0 || (words.Count > 1 && words[1].IsCapital))
                    && !(i == 0 && QuestionWords.IsAuxiliary(word))
                );
            var isFocus = i >= shape.FocusStart && i < shape.FocusEnd;
            var isKind = isFocus && shape.FocusIsKind && !isName;
            var phrase = Lexicon.PhraseAt(words, i);
            if (!isName && phrase is null && (QuestionWords.SaysNothing(word) && !(isFocus && !isKind) || shape.SkipsFocusHead(word, i)))
                continue;
            if (isKind && English.PlaceKinds.Contains(word))
                continue;
            var joined = terms.Count > 0 && i >= 2 && words[i - 1].Folded == "or" && terms[^1].Word == words[i - 2];
            if (!joined)
                group++;
            terms.Add(
                new QuestionTerm
                {
                    Number = terms.Count,
                    Word = word,
                    WordCount = phrase?.Stems.Length ?? 1,
                    Related = phrase?.Related ?? Lexicon.RelatedTo(word.Stem),
                    IsName = isName,
                    IsFocus = isFocus && !isKind,
                    Weight = isKind ? KindNounWeight : WeightOf(word, isName, isFocus),
                    Group = group,
                }
            );
            i += (phrase?.Stems.Length ?? 1) - 1;
        }

        return terms;
    }

    private static double WeightOf(AnnotatedWord word, bool isName, bool isFocus) =>
        isName ? NameWeight
        : word.Number is not null ? NumberWeight
        : isFocus ? FocusWeight
        : English.VerbsOfSaying.Contains(word) ? SpeechWeight
        : WordWeight;

    /// <summary>Returns the names, each as the terms that make it up.</summary>
    public static List<IReadOnlyList<QuestionTerm>> NamesIn(List<QuestionTerm> terms, IReadOnlyList<AnnotatedWord> words)
    {
        var names = new List<IReadOnlyList<QuestionTerm>>();
        List<QuestionTerm>? open = null;
        foreach (var word in words)
        {
            var term = terms.Find(candidate => candidate.Word == word);
            if (term is { IsName: true } && open is not null && word.BreakBefore <= WordBreak.Hyphen)
            {
                open.Add(term);
            }
            else if (term is { IsName: true })
            {
                names.Add(open = [term]);
            }
            else
            {
                open = null;
            }

            if (word.IsPossessive)
                open = null;
        }

        return names;
    }
}
