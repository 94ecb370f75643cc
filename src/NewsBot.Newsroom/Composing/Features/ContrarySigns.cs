using NewsBot.Newsroom.Composing.Evidence;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing.Features;

/// <summary>Denials, other numbers and opposed function words, in the question or in the sentence but not in both; and the question's form.</summary>
internal sealed class ContrarySigns
{
    private const double Found = 0.5;
    private const int DenialWithin = 4;
    private const int LeastYear = 1000;
    private const int MostYear = 2099;

    private bool deniesInQuestion, deniesOnce, deniesOnlyInQuestion, deniesNotHere, deniesOnlyHere, otherYear, otherNumber, numberNowhere, asksLast;
    private double prefixes, opposed, asksAt, window, length;

    public static ContrarySigns Of(Reading reading)
    {
        var signs = new ContrarySigns();
        signs.ReadDenials(reading);
        signs.ReadNumbers(reading);
        signs.ReadOpposed(reading);
        signs.ReadForm(reading);
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

    private void ReadDenials(Reading reading)
    {
        deniesInQuestion = Denies(reading.Question.Text.Words);
        var deniesInSentence = Denies(reading.Words);
        var isDeniedHere = false;
        foreach (var term in reading.Question.Terms) isDeniedHere |= !term.IsName && IsDenied(reading, reading.MatchOf(term));
        deniesOnce = deniesInQuestion != deniesInSentence;
        deniesOnlyInQuestion = deniesInQuestion && !deniesInSentence;
        deniesNotHere = deniesInQuestion && !isDeniedHere;
        deniesOnlyHere = isDeniedHere && !deniesInQuestion;
    }

    private static bool Denies(IReadOnlyList<AnnotatedWord> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (OpposedWords.Denies(words[i])) return true;
        }

        return false;
    }

    /// <summary>A denial stands shortly before the word, in the same clause.</summary>
    private static bool IsDenied(Reading reading, TermMatch match)
    {
        if (match.Strength < Found) return false;
        for (var at = match.Position - 1; at >= 0 && at >= match.Position - DenialWithin && reading.Words[at + 1].BreakBefore < WordBreak.Comma; at--)
        {
            if (OpposedWords.Denies(reading.Words[at])) return true;
        }

        return false;
    }

    private void ReadNumbers(Reading reading)
    {
        bool lacksYear = false, lacksNumber = false, hasYear = false, hasNumber = false;
        foreach (var term in reading.Question.Terms)
        {
            if (term.Word.Number is not { } number || reading.MatchOf(term).Strength >= Found) continue;
            if (IsYear(number)) lacksYear = true;
            else lacksNumber = true;
            numberNowhere |= !reading.Candidate.Context.Near.Contains(term.Word.Stem) && !reading.Candidate.Context.Headline.Contains(term.Word.Stem);
        }

        for (var i = 0; i < reading.Words.Count; i++)
        {
            if (reading.Words[i].Number is not { } number || reading.IsAsked(i)) continue;
            if (IsYear(number)) hasYear = true;
            else hasNumber = true;
        }

        otherYear = lacksYear && hasYear;
        otherNumber = lacksNumber && hasNumber;
    }

    private static bool IsYear(double number) => number is >= LeastYear and <= MostYear && number == Math.Floor(number);

    private void ReadOpposed(Reading reading)
    {
        var words = reading.Words;
        foreach (var asked in reading.Question.Text.Words)
        {
            if (OpposedWords.Of(asked.Folded) is not { } others) continue;
            bool hasOther = false, hasItself = false;
            for (var i = 0; i < words.Count; i++)
            {
                hasOther |= others.Contains(words[i].Folded);
                hasItself |= words[i].Folded == asked.Folded;
            }

            if (hasOther && !hasItself) opposed++;
        }

        foreach (var term in reading.Question.Terms)
        {
            bool isDenied = false, hasItself = false;
            for (var i = 0; i < words.Count; i++)
            {
                hasItself |= words[i].Stem == term.Word.Stem;
                isDenied |= !words[i].IsStop && OpposedWords.AreDenied(term.Word.Folded, words[i].Folded);
            }

            if (isDenied && !hasItself) prefixes++;
        }
    }

    private void ReadForm(Reading reading)
    {
        var question = reading.Question.Text.Words;
        length = question.Count;
        var asks = 0;
        while (asks < question.Count && !QuestionWords.IsInterrogative(question[asks])) asks++;
        asksAt = asks == question.Count ? -1.0 / Math.Max(1, question.Count) : asks / (double)question.Count;
        asksLast = question.Count > 0 && QuestionWords.IsInterrogative(question[^1]);
        int first = int.MaxValue, last = -1;
        foreach (var match in reading.Matches)
        {
            if (match.Position >= 0) (first, last) = (Math.Min(first, match.Position), Math.Max(last, match.Position));
        }

        window = last < 0 ? 0 : last - first + 1;
    }
}
