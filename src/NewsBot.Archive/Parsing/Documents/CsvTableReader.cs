using CsvHelper;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Archive.Parsing.Markup;

namespace NewsBot.Archive.Parsing.Documents;

/// <summary>Reads a table with named columns and one article a row.</summary>
internal sealed class CsvTableReader : IArticleFormatReader
{
    private static readonly CsvReaderOptions Options = new() { MaxRecordSize = ReadingLimits.MaxArticleBytes };

    /// <inheritdoc />
    public IEnumerable<FormatItem> Read(FormatFile file)
    {
        using var table = CsvReader.FromText(file.Text, Options);
        if (Next(table, null, out var names) is { } unreadable)
        {
            yield return unreadable;
            yield break;
        }

        if (!names.Contains("text"))
        {
            yield return FormatItem.Rejected(
                RejectionKind.Field,
                "is a table without a column `text`; name the columns like the fields of JSON lines: source, headline, text, published, author and so on"
            );
            yield break;
        }

        for (var number = 1; Next(table, names, out _) is { } item; number++)
        {
            yield return item with
            {
                Number = number,
            };
            // After a broken row, the start of the next is uncertain.
            if (item.Kind == RejectionKind.Malformed)
                yield break;
        }
    }

    // Returns the article of the next row, or null at the end. Without names, reads the header and returns only a fault.
    private static FormatItem? Next(CsvReader table, string?[]? names, out string?[] header)
    {
        header = names ?? [];
        try
        {
            if (names is not null)
                return table.Read() ? Row(table, names) : null;
            table.ReadHeader();
            header = [.. table.Headers.Select(NamedFields.Canonical)];
            return null;
        }
        catch (CsvFormatException)
        {
            return FormatItem.Rejected(RejectionKind.Malformed, "is a damaged table; check its quotation marks");
        }
    }

    private static FormatItem Row(CsvReader table, string?[] names)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var column = 0; column < names.Length && column < table.FieldCount; column++)
        {
            if (names[column] is { } name && table.GetString(column) is { } value && !string.IsNullOrWhiteSpace(value))
                fields.TryAdd(name, value);
        }

        if (fields.TryGetValue("text", out var text) && MarkupText.PlainOf(text) is { Length: > 0 } plain)
            fields["text"] = plain;
        return NamedFields.Item(fields) with { Source = fields.GetValueOrDefault("source") };
    }
}
