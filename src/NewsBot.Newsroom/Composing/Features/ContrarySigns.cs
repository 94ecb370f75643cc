using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Composing.Features;

/// <summary>
/// Measures denials, different numbers and opposed function words that occur in only one of question and sentence, and the question's form.
/// </summary>
internal sealed class ContrarySigns
{
    private const double Found = 0.5;
    private const int DenialWithin = 4;
    private const int LeastYear = 1000;
    private const int MostYear = 2099;

    private bool deniesInQuestion,
        deniesOnce,
        deniesOnlyInQuestion,
        deniesNotHere,
        deniesOnlyHere,
        otherYear,
        otherNumber,
        numberNowhere,
        asksLast;
    private double prefixes,
        opposed,
        asksAt,
        window,
        length;

    public static ContrarySigns Of(AlignedCandidate aligned)
    {
        var signs = new ContrarySigns();
        signs.ReadDenials(aligned);
        signs.ReadNumbers(aligned);
        signs.ReadOpposed(aligned);
        signs.ReadForm(aligned);
        return signs;
    }

    public void Write(FeatureWriter features)
    {
        features.Add("deniesInQuestion", deniesInQuestion);
        features.Add("deniesOnce", deniesOnce);
        features.Add("deniesOnlyInQuestion", deniesOnlyInQuestion);
        features.Add("deniesNotHere", deniesNotHere);
        features.Add("deniesOnlyHere", deniesOnlyHere);
        features.Add("deniedByPrefix", prefixes);
        features.Add("opposedWords", opposed);
        features.Add("otherYear", otherYear);
        features.Add("otherNumber", otherNumber);
        features.Add("numberNowhere", numberNowhere);
        features.Add("asksAt", asksAt);
        features.Add("asksLast", asksLast);
        features.Add("window", window);
        features.Add("questionLength", length);
    }

    private void ReadDenials(AlignedCandidate aligned)
    {
        deniesInQuestion = aligned.Question.Text.Words.Any(English.Negations.Contains);
        var deniesInSentence = aligned.Words.Any(English.Negations.Contains);
        var isDeniedHere = false;
        foreach (var term in aligned.Question.Terms)
            isDeniedHere |= !term.IsName && IsDenied(aligned, aligned.MatchOf(term));
        deniesOnce = deniesInQuestion != deniesInSentence;
        deniesOnlyInQuestion = deniesInQuestion && !deniesInSentence;
        deniesNotHere = deniesInQuestion && !isDeniedHere;
        deniesOnlyHere = isDeniedHere && !deniesInQuestion;
    }

    /// <summary>Determines whether a negation precedes the word closely, in the same clause.</summary>
    private static bool IsDenied(AlignedCandidate aligned, TermMatch match)
    {
        if (match.Strength < Found)
            return false;
        for (
            var at = match.Position - 1;
            at >= 0 && at >= match.Position - DenialWithin && aligned.Words[at + 1].BreakBefore < WordBreak.Comma;
            at--
        )
        {
            if (English.Negations.Contains(aligned.Words[at]))
                return true;
        }

        return false;
    }

    private void ReadNumbers(AlignedCandidate aligned)
    {
        bool lacksYear = false,
            lacksNumber = false,
            hasYear = false,
            hasNumber = false;
        foreach (var term in aligned.Question.Terms)
        {
            if (term.Word.Number is not { } number || aligned.MatchOf(term).Strength >= Found)
                continue;
            if (IsYear(number))
                lacksYear = true;
            else
                lacksNumber = true;
            numberNowhere |=
                !aligned.Candidate.Context.Near.Contains(term.Word.Stem) && !aligned.Candidate.Context.Headline.Contains(term.Word.Stem);
        }

        for (var i = 0; i < aligned.Words.Count; i++)
        {
            if (aligned.Words[i].Number is not { } number || aligned.IsAsked(i))
                continue;
            if (IsYear(number))
                hasYear = true;
            else
                hasNumber = true;
        }

        otherYear = lacksYear && hasYear;
        otherNumber = lacksNumber && hasNumber;
    }

    private static bool IsYear(double number) => number is >= LeastYear and <= MostYear && number == Math.Floor(number);

    private void ReadOpposed(AlignedCandidate aligned)
    {
        var words = aligned.Words;
        foreach (var asked in aligned.Question.Text.Words)
        {
            if (English.OpposedFunctionWords.Of(asked.Folded) is not { } others)
                continue;
            bool hasOther = false,
                hasItself = false;
            for (var i = 0; i < words.Count; i++)
            {
                hasOther |= others.Contains(words[i].Folded);
                hasItself |= words[i].Folded == asked.Folded;
            }

            if (hasOther && !hasItself)
                opposed++;
        }

        foreach (var term in aligned.Question.Terms)
        {
            bool isDenied = false,
                hasItself = false;
            for (var i = 0; i < words.Count; i++)
            {
                hasItself |= words[i].Stem == term.Word.Stem;
                isDenied |= !words[i].IsStop && DenyingPrefix.Parts(term.Word.Folded, words[i].Folded);
            }

            if (isDenied && !hasItself)
                prefixes++;
        }
    }

    private void ReadForm(AlignedCandidate aligned)
    {
        var question = aligned.Question.Text.Words;
        length = question.Count;
        var asks = 0;
        while (asks < question.Count && !English.Interrogatives.Contains(question[asks]))
            asks++;
        asksAt = asks == question.Count ? -1.0 / Math.Max(1, question.Count) : asks / (double)question.Count;
        asksLast = question.Count > 0 && English.Interrogatives.Contains(question[^1]);
        int first = int.MaxValue,
            last = -1;
        foreach (var match in aligned.Matches)
        {
            if (match.Position >= 0)
                (first, last) = (Math.Min(first, match.Position), Math.Max(last, match.Position));
        }

        window = last < 0 ? 0 : last - first + 1;
    }
}
