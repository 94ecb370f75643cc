using System.Globalization;
using System.Text;
using NewsBot.Search.Analysis;
using NewsBot.Search.Calendar;

namespace NewsBot.Search.Index.Querying;

/// <summary>Reads the operators of <see cref="PassageQuery.Text"/>. One instance reads one text.</summary>
internal sealed class QueryReader
{
    private const string SourceOperator = "source:";
    private const string BeforeOperator = "before:";
    private const string AfterOperator = "after:";

    private readonly string text;
    private readonly StringBuilder words = new();
    private readonly List<PhraseClause> required = [];
    private readonly List<PhraseClause> excluded = [];
    private readonly List<string> sources = [];
    private DateOnly? before;
    private DateOnly? after;
    private int position;

    private QueryReader(string text) => this.text = text;

    /// <summary>Parses a query text; every text is valid.</summary>
    public static ReadQuery Read(string text)
    {
        var reader = new QueryReader(text);
        var isQuestion = text.Contains('?');
        if (isQuestion)
            reader.words.Append(text);
        else
            reader.ReadAll();
        return new ReadQuery
        {
            Words = reader.words.ToString(),
            IsQuestion = isQuestion,
            Required = reader.required,
            Excluded = reader.excluded,
            Sources = reader.sources,
            Before = reader.before,
            After = reader.after,
        };
    }

    private static bool IsQuote(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E';

    private void ReadAll()
    {
        while (position < text.Length)
        {
            if (char.IsWhiteSpace(text[position]))
                words.Append(text[position++]);
            else
                ReadPart();
        }
    }

    private void ReadPart()
    {
        var sign = text[position] is '+' or '-' ? text[position] : ' ';
        var start = sign == ' ' ? position : position + 1;
        if (start < text.Length && IsQuote(text[start]) && text.AsSpan(start + 1).IndexOfAny("\"\u201C\u201D") is > 0 and var length)
        {
            position = start + length + 2;
            AddClause(text.Substring(start + 1, length), sign);
            return;
        }

        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;
        var part = text[start..end];
        position = end;
        if (sign != ' ' && part.Length > 0 && char.IsLetterOrDigit(part[0]))
            AddClause(part, sign);
        else if (!IsFilter(part))
            words.Append(sign).Append(part);
    }

    // A clause without a searchable term has no effect.
    private void AddClause(string phrase, char sign)
    {
        var (terms, gaps, gap) = (new List<string>(), new List<bool>(), false);
        foreach (var token in TextAnalyzer.Analyze(phrase))
        {
            if (!token.IsStopWord)
            {
                terms.Add(token.Term);
                gaps.Add(gap);
            }

            gap = token.IsStopWord;
        }

        if (terms.Count > 0)
            (sign == '-' ? excluded : required).Add(new PhraseClause(terms, gaps));
        if (sign != '-')
            words.Append(' ').Append(phrase).Append(' ');
    }

    private bool IsFilter(string part)
    {
        if (part.StartsWith(SourceOperator, StringComparison.OrdinalIgnoreCase) && part.Length > SourceOperator.Length)
            sources.Add(part[SourceOperator.Length..].Trim('"'));
        else if (
            part.StartsWith(BeforeOperator, StringComparison.OrdinalIgnoreCase)
            && TryReadDay(part[BeforeOperator.Length..], out var first, out _)
        )
            before = before < first ? before : first;
        else if (
            part.StartsWith(AfterOperator, StringComparison.OrdinalIgnoreCase)
            && TryReadDay(part[AfterOperator.Length..], out _, out var last)
        )
            after = after > last ? after : last;
        else
            return false;
        return true;
    }

    private static bool TryReadDay(string text, out DateOnly first, out DateOnly last)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out first))
            last = first;
        else if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out first))
            last = first.LastOfMonth();
        else if (DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out first))
            last = new DateOnly(first.Year, 12, 31);
        else
            last = first;
        return first != default;
    }
}
