using System.Text.RegularExpressions;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Versions;

/// <summary>Answers what the newsroom first reported, before updates and corrections, in the first version's own words.</summary>
internal static partial class FirstReport
{
    private const int MaxStatements = 2;

    /// <summary>Returns the topic of a question about the first report, which may be empty; null for other questions.</summary>
    public static string? TopicOf(string question) =>
        Asked().Match(question) is { Success: true } asked ? (asked.Groups["of"].Value + " " + asked.Groups["topic"].Value).Trim() : null;

    /// <summary>Composes the answer from the sentences of a first version: what it says on the topic, or how it begins.</summary>
    public static IReadOnlyList<DraftStatement> Compose(string topic, ArchivedArticle first)
    {
        var stems = AnnotatedPassage.StemsOf([AnnotatedText.Read(topic)]);
        var sentences = CandidateReader
            .Read([.. first.Passages.Select(passage => new RetrievedPassage(first, passage, 0))])
            .SelectMany(passage => passage.Candidates)
            .Where(candidate => candidate.SentenceCount == 1 && !PageFurniture.Is(candidate.Words.Text))
            .ToList();
        var shares = sentences
            .Select(sentence => (Sentence: sentence, Held: AnnotatedPassage.StemsOf([sentence.Words]).Count(stems.Contains)))
            .ToList();
        var most = shares.Count == 0 ? 0 : shares.Max(one => one.Held);
        return
        [
            .. shares
                .Where(one => one.Held == most)
                .Take(most == 0 ? 1 : MaxStatements)
                .Select(one => new DraftStatement(one.Sentence, [])),
        ];
    }

    [GeneratedRegex(
        @"\A\W*(?:and\s+)?what\s+(?:did|had)\s+(?:(?:we|you|the newsroom|the paper)\s+(?:first|originally|initially)\s+(?:report(?:ed)?|say|said|write|written|publish(?:ed)?)"
            + @"|(?:the|our|its|your)\s+(?:(?:very\s+)?first|original|initial|earlier|earliest|previous)\s+(?:version|report|story|article)s?(?:\s+(?:of|on|about)\s+(?<of>.+?))?\s+(?:report(?:ed)?|say|said|write))"
            + @"(?:\s+(?:about|on|of|regarding))?\s*(?<topic>.*?)\W*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Asked();
}
