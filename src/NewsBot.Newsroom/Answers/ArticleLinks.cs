using System.Globalization;
using NewsBot.Archive.Passages;

namespace NewsBot.Newsroom.Answers;

/// <summary>Addresses of the article pages. Thread-safe.</summary>
public sealed class ArticleLinks
{
    private readonly Lazy<string> articles;

    /// <summary>Links under an address that is known.</summary>
    /// <param name="publicUrl">Where readers reach the pages, with or without a slash at the end.</param>
    public ArticleLinks(Uri publicUrl) : this(() => publicUrl)
    {
    }

    /// <summary>Links under an address that is known only once the host listens.</summary>
    /// <param name="publicUrl">Asked once, for the first link.</param>
    public ArticleLinks(Func<Uri> publicUrl) => articles = new Lazy<string>(() => publicUrl().AbsoluteUri.TrimEnd('/') + "/articles/");

    /// <summary>The article's page.</summary>
    public string To(string source) => articles.Value + Uri.EscapeDataString(source);

    /// <summary>The article's page with a part of its text marked.</summary>
    public string To(string source, TextRange quote) => string.Create(CultureInfo.InvariantCulture, $"{To(source)}#q{quote.Start}-{quote.End}");
}
