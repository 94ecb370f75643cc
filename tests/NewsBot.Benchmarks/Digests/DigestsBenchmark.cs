using System.Globalization;
using NewsBot.Benchmarks.Training;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Digests;
using NewsBot.Semantics;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Digests;

/// <summary>
/// The verb <c>digests</c>: writes the digests of busy days of the news archive for a person to read, and lists every disagreement that
/// they show, with the verdicts given so far.
/// </summary>
/// <remarks>
/// Of the days with the most articles, every second one is for development; the others are measured. The list in <c>docs</c> has
/// sources and offsets, never texts.
/// </remarks>
internal static class DigestsBenchmark
{
    private static readonly string List = Path.Combine(RepositoryFolder.Root, "docs", "research", "evaluation", "digest-claims.tsv");

    /// <param name="measures">Whether to take the measured days and to update the list; otherwise the days for development.</param>
    /// <param name="most">The number of days.</param>
    /// <param name="folder">Where the digests go, with their texts: outside the repository.</param>
    public static async Task<int> RunAsync(bool measures, int most, string folder)
    {
        Directory.CreateDirectory(folder);
        await using var news = await TrainingArchive.OfNewsAsync(Path.Combine(Path.GetTempPath(), "newsbot-training"));
        using var reading = new ReadingModelLoader(ReadingModel.OwnFolder, Environment.ProcessorCount);
        var links = new ArticleLinks(new Uri("http://newsbot.invalid/"));
        var (reader, words) = (new DigestWriter(news.Articles, links, reading), new DigestWriter(news.Articles, links));
        var claims = new List<DigestClaim>();
        foreach (var day in await DaysAsync(news, measures, most))
        {
            var request = new DigestRequest { Date = day, Desk = null };
            var digest = (await reader.WriteAsync(request, CancellationToken.None))!;
            await File.WriteAllTextAsync(
                Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}.txt")),
                DigestText.Write(digest)
            );
            DigestClaim[] read = [.. DigestClaim.Of(digest, isRead: true)];
            claims.AddRange(read);
            var nominated = (await words.WriteAsync(request, CancellationToken.None))!;
            claims.AddRange(DigestClaim.Of(nominated, isRead: false).Where(claim => !Array.Exists(read, known => known.Key == claim.Key)));
        }

        var judged = File.Exists(List) ? File.ReadLines(List).Skip(1).Select(DigestClaim.Parse).ToDictionary(line => line.Key) : [];
        await File.WriteAllLinesAsync(
            Path.Combine(folder, "claims.txt"),
            claims.Select(claim => $"{Line(claim)}\n  {claim.Headline}\n  - {claim.One.Quote}\n  - {claim.Other.Quote}\n")
        );
        if (measures)
            await File.WriteAllLinesAsync(
                List,
                [
                    DigestClaim.Header,
                    .. claims.Select(Line),
                    .. judged
                        .Values.Where(line => !claims.Exists(claim => claim.Key == line.Key))
                        .Select(line => $"{line.Day}\tnot in this run\t{line.Key}\t{line.Verdict}"),
                ]
            );
        var unread = claims.Count(claim => !judged.ContainsKey(claim.Key));
        Console.WriteLine(
            $"{claims.Count} disagreements, {claims.Count(claim => claim.IsRead)} with the reading model, {unread} not judged"
        );
        return 0;

        string Line(DigestClaim claim) => claim.Line(judged.TryGetValue(claim.Key, out var line) ? line.Verdict : "?");
    }

    private static async Task<IReadOnlyList<DateOnly>> DaysAsync(TrainingArchive news, bool measures, int most)
    {
        var catalogue = await news.Articles.CatalogueAsync(CancellationToken.None);
        var days = catalogue.Summarise().Days;
        var counts = new List<(DateOnly Day, int Articles)>();
        for (var day = days.First; day is { } date; day = days.After(date, DateOnly.MaxValue))
            counts.Add((date, catalogue.Between(date, date).Count));
        return
        [
            .. counts
                .OrderByDescending(day => day.Articles)
                .ThenBy(day => day.Day)
                .Where((_, rank) => rank % 2 == (measures ? 1 : 0))
                .Take(most)
                .Select(day => day.Day)
                .Order(),
        ];
    }
}
