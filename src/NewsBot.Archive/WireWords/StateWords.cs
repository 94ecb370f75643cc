using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Archive.Articles;

namespace NewsBot.Archive.WireWords;

/// <summary>
/// Reads the state of an item where wires write it: in capitals before the headline, or as a note to editors in the first lines. Words in
/// mid-sentence, and headlines in normal type ("Kill Bill returns"), do not count.
/// </summary>
internal static partial class StateWords
{
    /// <summary>
    /// Returns the article with the state that its text gives; unchanged where a field gives a state, or the text does not.
    /// </summary>
    /// <param name="article">The article as it was read.</param>
    /// <param name="lines">The headline and the first lines of the text.</param>
    public static Article Read(Article article, IReadOnlyList<string> lines)
    {
        if (article.State != ArticleState.Published)
            return article;
        foreach (var line in lines)
        {
            if (Kill().Match(line) is { Success: true } kill)
                return With(article, ArticleState.Killed, lines, null, null) with
                {
                    Replaces = article.Replaces ?? Named(lines) ?? Or(WireHeadline.Bare(kill.Groups["rest"].Value)),
                };
        }

        foreach (var line in lines)
        {
            if (CorrectingNote().IsMatch(line))
                return With(article, ArticleState.Corrected, lines, line, null);
        }

        if (Corrected().IsMatch(lines[0]) || (lines.Count > 1 && Corrected().IsMatch(lines[1])))
            return With(article, ArticleState.Corrected, lines, null, null);
        foreach (var line in lines)
        {
            if (Updated().Match(line) is { Success: true } updated)
                return With(
                    article,
                    ArticleState.Updated,
                    lines,
                    null,
                    updated.Groups["number"] is { Success: true, Value: var number }
                        ? int.Parse(number, CultureInfo.InvariantCulture) + 1
                        : null
                );
        }

        return article;
    }

    private static Article With(Article article, ArticleState state, IReadOnlyList<string> lines, string? note, int? version) =>
        article with
        {
            State = state,
            IsStateReadFromText = true,
            Replaces = article.Replaces ?? (state == ArticleState.Killed ? null : Named(lines) ?? Or(WireHeadline.Bare(article.Headline))),
            StateNote = article.StateNote ?? note,
            Version = article.Version ?? version,
        };

    private static string? Named(IReadOnlyList<string> lines) =>
        lines
            .Select(line => HeadlineNamed().Match(line))
            .FirstOrDefault(match => match.Success)
            ?.Groups["headline"]
            .Value.Trim(' ', ',', '.');

    private static string? Or(string text) => text.Length == 0 ? null : text;

    // AP: "BC-Obit, MANDATORY KILL", "EDITORS: Please kill …"; AFP: "KILL: …"; Reuters: "WITHDRAWAL: …", "The story headlined “…” is
    // withdrawn".
    [GeneratedRegex(
        @"\A\W*(?:BC-[\w-]+,?\s+)?(?:(?:(?:MANDATORY|URGENT|STORY|BULLETIN)\s+)*KILL(?:\s+(?:NOTICE|ADVISORY))?|WITHDRAWN|WITHDRAWAL|RETRACTION|RETRACTED)(?:\s*[:\-–—]+\s*(?<rest>.*)|\W*)\z"
            + @"|\A\W*(?:(?:MANDATORY\s+)KILL|KILL\s+NOTICE)\b(?<rest>)|\A\W*(?:[Aa]ttention\s+)?(?:[Ee]ditors?|EDITORS?|[Nn]ews directors|NEWS DIRECTORS)[^:.]{0,60}:\s*(?:[Pp]lease\s+)?(?:[Kk]ill|KILL|[Ww]ithdraw)\b(?<rest>)"
            + @"|\b(?:[Ss]tory|[Rr]eport|[Aa]rticle|[Ii]tem)\s+(?:headlined|slugged|titled)\s+[“""][^”""]+[”""][^.]{0,160}\b(?:is|was|has been)\s+(?:wrong and\s+)?(?:is\s+|has been\s+)?(?:hereby\s+)?(?:withdrawn|killed|retracted)\b(?<rest>)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Kill();

    [GeneratedRegex(
        @"\A\W*(?:[A-Z0-9 /-]{0,40}[-/\s])?CORRECT(?:ED|ION)\b(?:-[A-Z0-9 ]+)?(?:\s*[:\-–—(]|\W*\z)|\A\W*Correct(?:ed|ion):\s",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Corrected();

    [GeneratedRegex(
        @"\A\W*(?:[Cc]orrects|CORRECTS|CLARIFIES|This (?:story|article|report|version) (?:corrects|CORRECTS))\s\S|\A\W*(?:This (?:story|article|report)|A previous version of this (?:story|article|report)|An earlier version of this (?:story|article|report)) .{0,60}(?:has been corrected|incorrectly|misstated|misspelled|misidentified)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex CorrectingNote();

    [GeneratedRegex(
        @"\A\W*(?:UPDATE[DS]?|WRAPUP)\s?(?<number>[0-9]{1,2})?\s*[:\-–—]|\A\W*UPDATES\s+with\b|\A\W*Updates\s+with\b|\A\W*(?:REFILE|RPT|RECASTS?|WRITETHRU)\s*[:\-–—]|\A\W*(?<number>[0-9]{1,2})(?:st|nd|rd|th)\s+(?:LD|Ld)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Updated();

    [GeneratedRegex(@"\b(?:[Hh]eadlined|[Ss]lugged|[Tt]itled)\s*:?\s*[“""](?<headline>[^”""]+)[”""]", RegexOptions.CultureInvariant)]
    private static partial Regex HeadlineNamed();
}
