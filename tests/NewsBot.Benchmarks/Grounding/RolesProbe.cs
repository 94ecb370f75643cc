using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Archive.Splitting;
using NewsBot.Benchmarks.Search;
using NewsBot.Newsroom.Grounding;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Grounding;

/// <summary>
/// What the judge makes of news sentences that were turned without a change of meaning, and of the same sentences with two names swapped.
/// Made by rule, in the thousands: what the scripted statements are too few for. Swaps are mostly false, not always ("talks between X and
/// Y").
/// </summary>
internal static partial class RolesProbe
{
    private const int Most = 20_000;
    private const int EveryArticle = 2;

    public static int Run()
    {
        var corpus = NewsCorpus.Read(Path.GetDirectoryName(SharedFolder.Require("eval/news/questions.jsonl"))!);
        var sentences = corpus
            .Articles.Where((_, i) => i % EveryArticle == 0)
            .SelectMany(article => article.Passages)
            .SelectMany(passage => SentenceSplitter.Split(passage).Select(range => range.In(passage).ReplaceLineEndings(" ")))
            .Where(sentence =>
                sentence.Length is > 60 and < 250 && !sentence.AsSpan().ContainsAny("\"“”‘|".AsSpan()) && sentence.EndsWith('.')
            )
            .Distinct(StringComparer.Ordinal)
            .Take(Most)
            .ToList();
        Console.WriteLine("| statements | number | refused for roles | refused |");
        Console.WriteLine("|---|---|---|---|");
        Report("to the letter", [.. sentences.Select(sentence => (sentence, sentence))]);
        Report(
            "speaker first",
            Turned(
                sentences,
                SpeakerLast(),
                turn => $"{turn.Groups["who"].Value} {turn.Groups["said"].Value} {Small(turn.Groups["what"].Value)}."
            )
        );
        Report(
            "speaker last",
            Turned(
                sentences,
                SpeakerFirst(),
                turn => $"{Large(turn.Groups["what"].Value)}, {turn.Groups["who"].Value} {turn.Groups["said"].Value}."
            )
        );
        Report(
            "time or place last",
            Turned(sentences, Fronted(), turn => $"{Large(turn.Groups["what"].Value)} {Small(turn.Groups["when"].Value)}.")
        );
        Report(
            "time or place first",
            Turned(sentences, Trailing(), turn => $"{Large(turn.Groups["when"].Value)} {Small(turn.Groups["what"].Value)}.")
        );
        Report("without an insertion", Turned(sentences, Insertion(), turn => $"{turn.Groups["a"].Value} {turn.Groups["b"].Value}."));
        Report("two names swapped", [.. sentences.Select(sentence => (sentence, Swap(sentence)!)).Where(pair => pair.Item2 is not null)]);
        return 0;
    }

    private static List<(string, string)> Turned(List<string> sentences, Regex pattern, Func<Match, string> turn) =>
        [
            .. sentences
                .Select(sentence => (sentence, Match: pattern.Match(sentence)))
                .Where(pair => pair.Match.Success)
                .Select(pair => (pair.sentence, turn(pair.Match))),
        ];

    private static void Report(string name, List<(string Sentence, string Statement)> pairs)
    {
        int roles = 0,
            refused = 0;
        foreach (var (sentence, statement) in pairs)
        {
            var verdict = GroundingJudge.Judge(statement, [sentence]);
            if (verdict.Reasons.Any(reason => reason.Fault == GroundingFault.Roles))
                roles++;
            if (!verdict.Supported)
                refused++;
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {pairs.Count} | {roles / (double)Math.Max(1, pairs.Count):P1} | {refused / (double)Math.Max(1, pairs.Count):P1} |"
            )
        );
    }

    private static string? Swap(string sentence)
    {
        var names = Name().Matches(sentence).Where(name => name.Index > 0).ToList();
        if (
            names.Count < 2
            || names[0].Value.Contains(names[^1].Value, StringComparison.Ordinal)
            || names[^1].Value.Contains(names[0].Value, StringComparison.Ordinal)
        )
            return null;
        var (first, last) = (names[0], names[^1]);
        return sentence[..first.Index]
            + last.Value
            + sentence[(first.Index + first.Length)..last.Index]
            + first.Value
            + sentence[(last.Index + last.Length)..];
    }

    private static string Small(string text) =>
        text.Length > 1 && SmallFirst().IsMatch(text) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static string Large(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"^(?<what>[^,]{25,}), (?<who>(?:the |a )?[\p{Lu}\p{Ll}. ]{3,30}) (?<said>said)\.$")]
    private static partial Regex SpeakerLast();

    [GeneratedRegex(
        @"^(?<who>(?:The |A )?[\p{Lu}\p{Ll}. ]{3,30}) (?<said>said) (?:that )?(?<what>(?:the|a|it|they|there|\p{Lu}\p{Ll}+) [^,]{25,})\.$"
    )]
    private static partial Regex SpeakerFirst();

    [GeneratedRegex(@"^(?<when>(?:In|On|At|Near|During|After|Last|Since) [\p{L}\p{N} ]{3,40}), (?<what>[^,]{25,})\.$")]
    private static partial Regex Fronted();

    [GeneratedRegex(@"^(?<what>[^,]{25,}) (?<when>(?:in|on|at|near|during) (?:the )?\p{Lu}[\p{L} ]{2,25})\.$")]
    private static partial Regex Trailing();

    [GeneratedRegex(@"^(?<a>[^,]{10,}), [^,]{5,60}, (?<b>(?!and|or|but)[^,]{20,})\.$")]
    private static partial Regex Insertion();

    [GeneratedRegex(@"(?<=\p{Ll} )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*")]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?:The|A|An|It|They|He|She|There|In|On|At|Near|During|After|Last|Since|This|These|His|Her|Its|Their)\b")]
    private static partial Regex SmallFirst();
}
