using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Parsing.Drafts;

/// <summary>Makes a draft from named fields, as found in tables, front matter and other programs' JSON objects.</summary>
internal static class NamedFields
{
    // The first name of each row is the one used in JSON lines.
    private static readonly string[][] Names =
    [
        ["source", "file", "filename"],
        ["headline", "title", "hed"],
        ["text", "body", "content", "article", "articlebody", "body_text", "fulltext", "story"],
        [
            "published",
            "date",
            "datepublished",
            "date_published",
            "publishedat",
            "published_at",
            "pubdate",
            "publishdate",
            "publish_date",
            "timestamp",
            "created",
            "created_at",
        ],
        ["author", "byline", "authors", "writer", "by"],
        ["outlet", "publisher", "publication", "newspaper", "site", "sitename", "site_name", "agency"],
        ["url", "link", "permalink", "canonical", "canonical_url", "href"],
        ["section", "category", "desk", "rubric"],
        ["language", "lang", "locale"],
        ["state", "status", "pubstatus"],
        ["embargo", "embargoed", "embargoed_until", "embargountil"],
        ["version", "revision"],
        ["itemid", "item_id", "guid", "uri"],
        ["replaces", "supersedes", "evolvedfrom"],
        ["note", "ednote", "editors_note", "editor_note", "correction"],
    ];

    private static readonly Dictionary<string, string> Known = Names
        .SelectMany(row => row.Select(name => (name, row[0])))
        .ToDictionary(entry => entry.name, entry => entry.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns a field's name in JSON lines; null where it is not a field of an article.</summary>
    public static string? Canonical(string name) => Known.GetValueOrDefault(name.Trim().Replace(' ', '_').Replace('-', '_'));

    /// <summary>Returns the draft, or the reason why there is none.</summary>
    /// <param name="fields">The fields by their names in JSON lines; callers keep the first of several with the same meaning.</param>
    public static FormatItem Item(IReadOnlyDictionary<string, string> fields)
    {
        if (!TryState(fields.GetValueOrDefault("state"), out var state, out var isWithheld))
        {
            return FormatItem.Rejected(
                RejectionKind.Field,
                $"has the unknown state \"{DraftFinisher.OneLine(fields["state"])}\"; write published, updated, corrected or killed",
                fields.GetValueOrDefault("source")
            );
        }

        return new FormatItem(
            new ArticleDraft
            {
                Source = fields.GetValueOrDefault("source"),
                Headline = fields.GetValueOrDefault("headline"),
                Text = fields.GetValueOrDefault("text"),
                Published = fields.GetValueOrDefault("published"),
                Author = fields.GetValueOrDefault("author"),
                Outlet = fields.GetValueOrDefault("outlet"),
                Url = fields.GetValueOrDefault("url"),
                Section = fields.GetValueOrDefault("section"),
                Language = fields.GetValueOrDefault("language"),
                State = state,
                IsWithheld = isWithheld && !fields.ContainsKey("embargo"),
                Embargo = fields.GetValueOrDefault("embargo"),
                Version = fields.GetValueOrDefault("version"),
                ItemId = fields.GetValueOrDefault("itemid"),
                Replaces = fields.GetValueOrDefault("replaces"),
                Note = fields.GetValueOrDefault("note"),
            }
        );
    }

    /// <summary>
    /// Reads a state in the words of newsrooms and of the IPTC's <c>pubStatus</c>; a missing one means published. Returns false when it
    /// is unknown.
    /// </summary>
    public static bool TryState(string? value, out ArticleState state, out bool isWithheld)
    {
        isWithheld = false;
        ArticleState? known = value?.Trim().ToUpperInvariant() switch
        {
            null or "" or "PUBLISHED" or "USABLE" or "NEW" or "FINAL" => ArticleState.Published,
            "UPDATED" or "UPDATE" => ArticleState.Updated,
            "CORRECTED" or "CORRECTION" => ArticleState.Corrected,
            "KILLED" or "KILL" or "CANCELED" or "CANCELLED" or "WITHDRAWN" or "RETRACTED" => ArticleState.Killed,
            "WITHHELD" or "EMBARGOED" => ArticleState.Published,
            _ => null,
        };
        isWithheld = value?.Trim().ToUpperInvariant() is "WITHHELD" or "EMBARGOED";
        state = known ?? ArticleState.Published;
        return known is not null;
    }
}
