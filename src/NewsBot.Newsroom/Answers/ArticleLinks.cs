using System.Globalization;
using NewsBot.Archive.Passages;

namespace NewsBot.Newsroom.Answers;

/// <summary>Creates the addresses of article pages. Thread-safe.</summary>
public sealed class ArticleLinks
{
    private readonly Lazy<string> articles;

    /// <summary>Initialises links under an address that is known.</summary>
    /// <param name="publicUrl">The address at which readers reach the pages, with or without a trailing slash.</param>
    public ArticleLinks(Uri publicUrl)
        : this(() => publicUrl) { }

    /// <summary>Initialises links under an address that is known only once the host listens.</summary>
    /// <param name="publicUrl">Returns the address; called once, for the first link.</param>
    public ArticleLinks(Func<Uri> publicUrl) => articles = new Lazy<string>(() => publicUrl().AbsoluteUri.TrimEnd('/') + "/articles/");

    /// <summary>Returns the address of an article's page.</summary>
    public string To(string source) => articles.Value + Uri.EscapeDataString(source);

    /// <summary>Returns the address of an article's page with a part of its text marked.</summary>
    public string To(string source, TextRange quote) =>
        string.Create(CultureInfo.InvariantCulture, $"{To(source)}#q{quote.Start}-{quote.End}");
}
