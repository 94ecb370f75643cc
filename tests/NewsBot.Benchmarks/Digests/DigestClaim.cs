using System.Globalization;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Digests;

namespace NewsBot.Benchmarks.Digests;

/// <summary>A disagreement that a digest shows: where its two sentences are, and whether the reading model was there.</summary>
internal sealed record DigestClaim(DateOnly Day, string Headline, DisagreementKind Kind, Citation One, Citation Other, bool IsRead)
{
    public const string Header = "day\tshown\tkind\tsource\tstart\tend\tother source\tother start\tother end\tverdict";

    /// <summary>What identifies the claim in the list.</summary>
    public string Key =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Kind}\t{One.Source}\t{One.Range.Start}\t{One.Range.End}\t{Other.Source}\t{Other.Range.Start}\t{Other.Range.End}"
        );

    /// <summary>All disagreements of a digest, in its order.</summary>
    public static IEnumerable<DigestClaim> Of(Digest digest, bool isRead) =>
        digest.Stories.SelectMany(story =>
            story.Disagreements.Select(pair => new DigestClaim(
                digest.Date,
                story.Headline,
                pair.Kind,
                Cited(pair.One, digest),
                Cited(pair.Other, digest),
                isRead
            ))
        );

    /// <summary>The day of a line of the list, its key, and its verdict.</summary>
    public static (string Day, string Key, string Verdict) Parse(string line)
    {
        var fields = line.Split('\t');
        return (fields[0], string.Join('\t', fields[2..9]), fields[9]);
    }

    public string Line(string verdict) =>
        string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd}\t{(IsRead ? "reading model" : "words only")}\t{Key}\t{verdict}");

    private static Citation Cited(Statement statement, Digest digest) => digest.Citations[statement.Citations[0] - 1];
}
