using System.Globalization;
using NewsBot.Semantics.Network;

namespace NewsBot.Semantics.Pairs;

/// <summary>Packs two texts and their context into one sequence, exactly as the training program does. Thread-safe.</summary>
/// <param name="pieces">Splits the texts.</param>
internal sealed class PairPacker(WordPieces pieces)
{
    // The most tokens of each kind of text, as in training.
    private const int Question = 32,
        Sentence = 80,
        StatementText = 64,
        PassageText = 128,
        Headline = 28,
        Before = 24;

    private static readonly string[] Months = DateTimeFormatInfo.InvariantInfo.MonthNames;

    /// <summary>Packs a question and a sentence that may answer it.</summary>
    public PackedPair Answer(string question, TextInContext candidate) =>
        Pack((question, Question), (candidate.Text, Sentence), (Titled(candidate), Headline), (candidate.Before, Before));

    /// <summary>Packs a statement and the passage that it is checked against.</summary>
    public PackedPair Entailment(string statement, TextInContext passage) =>
        Pack((statement, StatementText), (passage.Text, PassageText), (Titled(passage), Headline), ("", Before));

    /// <summary>Packs two reports, with their headlines and the time between them as context.</summary>
    public PackedPair Agreement(TextInContext first, TextInContext second) =>
        Pack(
            (first.Text, StatementText),
            (second.Text, PassageText),
            ($"{Gap(first.Published, second.Published)} {second.Headline}", Headline),
            (first.Headline, Before)
        );

    /// <summary>Returns in words how much later the second day is; empty when either day is unknown.</summary>
    internal static string Gap(DateOnly? first, DateOnly? second)
    {
        if (first is not { } from || second is not { } to)
            return "";

        var days = to.DayNumber - from.DayNumber;
        var (count, unit) = Math.Abs(days) switch
        {
            < 14 and var span => (span, "day"),
            < 60 and var span => (span / 7, "week"),
            < 730 and var span => (span / 30, "month"),
            var span => (span / 365, "year"),
        };
        return days == 0
            ? "same day"
            : string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count > 1 ? "s" : "")} {(days > 0 ? "later" : "earlier")}");
    }

    /// <summary>Puts the date before the headline, in the words that questions use, so that a long headline does not push it out.</summary>
    private static string Titled(TextInContext passage) =>
        passage.Published is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"{Months[day.Month - 1]} {day.Day} {day.Year} {passage.Headline}")
            : passage.Headline;

    private PackedPair Pack(params ReadOnlySpan<(string Text, int Longest)> texts)
    {
        var parts = new List<PieceOfWord>[texts.Length];
        for (var segment = 0; segment < texts.Length; segment++)
            parts[segment] = pieces.Split(texts[segment].Text, texts[segment].Longest);

        HashSet<string?> first = [.. parts[0].Select(piece => piece.Stem)];
        HashSet<string?> second = [.. parts[1].Select(piece => piece.Stem)];
        HashSet<string?> context = [.. parts[2..].SelectMany(part => part).Select(piece => piece.Stem)];
        List<long> tokens = [WordPieces.Start],
            segments = [0],
            marks = [0];
        for (var segment = 0; segment < parts.Length; segment++)
        {
            if (segment > 1 && parts[segment].Count == 0)
                continue;

            foreach (var (token, stem) in parts[segment])
                Add(
                    token,
                    segment,
                    stem is null ? 0
                        : segment > 0
                            ? first.Contains(stem) ? 1
                                : 0
                        : second.Contains(stem) ? 1
                        : context.Contains(stem) ? 2
                        : 0
                );
            Add(WordPieces.Separator, segment, 0);
        }

        return new PackedPair([.. tokens], [.. segments], [.. marks]);

        void Add(long token, int segment, int mark)
        {
            tokens.Add(token);
            segments.Add(segment);
            marks.Add(mark);
        }
    }
}
