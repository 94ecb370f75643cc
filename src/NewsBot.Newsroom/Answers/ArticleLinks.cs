using System.Globalization;
using NewsBot.Archive.Passages;

namespace NewsBot.Newsroom.Answers;

/// <summary>Creates the addresses of pages: of articles, and of a day. Thread-safe.</summary>
public sealed class ArticleLinks
{
    private readonly Lazy<string> root;

    /// <summary>Initialises links under an address that is known.</summary>
    /// <param name="publicUrl">The address at which readers reach the pages, with or without a trailing slash.</param>
    public ArticleLinks(Uri publicUrl)
        : this(() => publicUrl) { }

    /// <summary>Initialises links under an address that is known only once the host listens.</summary>
    /// <param name="publicUrl">Returns the address; called once, for the first link.</param>
    public ArticleLinks(Func<Uri> publicUrl) => root = new Lazy<string>(() => publicUrl().AbsoluteUri.TrimEnd('/'));

    /// <summary>Returns the address of an article's page.</summary>
    public string To(string source) => $"{root.Value}/articles/{Uri.EscapeDataString(source)}";

    /// <summary>Returns the address of an article's page with a part of its text marked.</summary>
    public string To(string source, TextRange quote) =>
        string.Create(CultureInfo.InvariantCulture, $"{To(source)}#q{quote.Start}-{quote.End}");

    /// <summary>Returns the address of the digest of a day.</summary>
    public string ToDigest(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{ToDigest()}?date={day:yyyy-MM-dd}");

    /// <summary>Returns the address of the digest of the newest day.</summary>
    public string ToDigest() => root.Value + "/digest";

    /// <summary>Returns the address of the search.</summary>
    public string ToSearch() => root.Value + "/sources";
}
