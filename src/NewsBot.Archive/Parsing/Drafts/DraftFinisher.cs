using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Parsing.Dates;

namespace NewsBot.Archive.Parsing.Drafts;

/// <summary>Makes an article from a draft, with every field in the form that the archive keeps.</summary>
internal static partial class DraftFinisher
{
    /// <summary>Specifies the earliest year of publication accepted; programs write 1 January of the year 1 for no date.</summary>
    public const int MinYear = 1500;

    private const int MaxFieldChars = 1000;

    /// <summary>Returns the article, or the reason why there is none.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="source">The file's source, used unless the draft names its own.</param>
    /// <param name="order">How 03/05/2023 is read; null: by the language.</param>
    public static FinishedDraft Finish(ArticleDraft draft, string source, DateOrder? order)
    {
        var language = Language(draft.Language);
        var dates = order ?? (language is "en-US" ? DateOrder.MonthFirst : DateOrder.DayFirst);
        source = OneLine(draft.Source) ?? source;
        if (ArticleFields.CheckSource(source) is { } wrongSource)
            return new(null, wrongSource, RejectionKind.Field);

        var published = Date(draft.Published, dates) ?? Date(draft.OtherwisePublished, dates);
        ReadDate? embargo = null;
        if (!string.IsNullOrWhiteSpace(draft.Embargo))
        {
            embargo = Date(draft.Embargo, dates);
            if (embargo is not { IsZoneKnown: true })
                return new(
                    null,
                    $"is embargoed until \"{Shown(draft.Embargo)}\", which is not a recognised time; write 2023-05-03T10:00:00Z",
                    RejectionKind.Field
                );
        }

        var headline = OneLine(draft.Headline);
        var note = OneLine(draft.Note);
        var text = WholeText(draft.Text);
        if (string.IsNullOrWhiteSpace(text))
        {
            // Wires send a kill without the article that it withdraws.
            if (draft.State != ArticleState.Killed)
                return new(null, "has no text", RejectionKind.NoText);
            text = ArticleFields.TextOfKill(note, headline);
        }

        var isVersion = int.TryParse(draft.Version?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        var article = new Article
        {
            Source = source,
            Headline = headline ?? Headlines.From(text),
            Text = text,
            Published = published?.Time,
            Author = Author(OneLine(draft.Author)),
            Outlet = OneLine(draft.Outlet),
            Url = WebAddress(draft.Url),
            Section = OneLine(draft.Section),
            Language = language,
            State = draft.State,
            EmbargoedUntil = draft.IsWithheld ? Article.HeldUntilReleased : embargo?.EmbargoEnd,
            Version = isVersion ? version : null,
            ItemId = OneLine(draft.ItemId),
            Replaces = OneLine(draft.Replaces),
            StateNote = note,
        };
        return new(article, null, RejectionKind.None) { HasAmbiguousDate = published?.IsAmbiguous == true || embargo?.IsAmbiguous == true };
    }

    /// <summary>Returns the value on one line, without what no database keeps; null where nothing is left.</summary>
    public static string? OneLine(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        var line = WhiteSpace().Replace(WholeText(value)!, " ").Trim();
        return line.Length == 0 ? null
            : line.Length <= MaxFieldChars ? line
            : line[..(MaxFieldChars - (char.IsHighSurrogate(line[MaxFieldChars - 1]) ? 1 : 0))];
    }

    private static ReadDate? Date(string? value, DateOrder order) =>
        !string.IsNullOrWhiteSpace(value) && DateReader.Read(value, order) is { Time.Year: >= MinYear } date ? date : null;

    private static string? WholeText(string? value)
    {
        if (value is null)
            return null;
        if (value.Contains('\0'))
            value = value.Replace("\0", "", StringComparison.Ordinal);
        if (value.Contains('\r'))
            value = value.Replace("\r\n", "\n", StringComparison.Ordinal);
        if (value.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0)
            return value;
        var whole = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
            whole.Append(rune.ToString());
        return whole.ToString();
    }

    private static string Shown(string value) => OneLine(value) is { Length: > 40 } line ? line[..40] + "…" : OneLine(value) ?? "";

    private static string? WebAddress(string? value) =>
        Uri.TryCreate(value?.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? OneLine(value) : null;

    private static string? Author(string? value) => value is null ? null : OneLine(By().Replace(value, ""));

    // BCP 47 uses a hyphen; platforms write en_US.
    private static string? Language(string? value) =>
        OneLine(value?.Replace('_', '-')) is { Length: <= 35 } tag && Tag().IsMatch(tag) ? tag : null;

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"\A(?:by|von|par|por)\s+(?=\p{Lu})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex By();

    [GeneratedRegex(@"\A[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\z", RegexOptions.None, 1000)]
    private static partial Regex Tag();
}
