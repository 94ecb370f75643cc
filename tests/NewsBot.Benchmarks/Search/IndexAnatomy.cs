using System.Globalization;
using System.Text;
using NewsBot.Search.Index;
using NewsBot.Search.Index.Segments;

namespace NewsBot.Benchmarks.Search;

/// <summary>What an index's bytes are spent on.</summary>
internal static class IndexAnatomy
{
    /// <summary>A table of sections as Markdown, the largest first.</summary>
    public static string Of(StoredPassageIndex index, long textBytes)
    {
        var text = new StringBuilder("| section | MB | of the text |\n|---|---|---|\n");
        var sizes = Enum.GetValues<SegmentSection>()
            .Select(section => (section, Bytes: index.Snapshot.Views.Sum(view => (long)view.Segment.Bytes(section).Length)));
        foreach (var (section, bytes) in sizes.OrderByDescending(size => size.Bytes).TakeWhile(size => size.Bytes * 200 > textBytes))
            text.AppendLine(CultureInfo.InvariantCulture, $"| {section} | {bytes / 1e6:F1} | {100.0 * bytes / textBytes:F1} % |");
        return text.ToString();
    }

    /// <summary>Prints the table of the index in a folder.</summary>
    public static int Print(string folder)
    {
        using var index = StoredPassageIndex.Open(folder);
        Console.WriteLine(
            $"{index.DocumentCount} documents, {index.PassageCount} passages, {index.Snapshot.Views.Count} segments, {index.Snapshot.Views.Sum(view => view.Segment.Info.Postings):N0} postings, {index.Snapshot.Views.Sum(view => (long)view.Segment.Info.Terms):N0} terms; {index.Damage}"
        );
        Console.Write(Of(index, index.Snapshot.Views.Sum(view => view.Segment.ByteCount)));
        return 0;
    }
}
