using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Retrieval;

/// <summary>Represents what a reader may see: the one place that decides it, for every way to read. Immutable.</summary>
/// <param name="AsOf">The day (UTC) after which articles are left out; null for all articles.</param>
/// <param name="SeesEmbargoed">Whether the reader may see articles under embargo, marked as such.</param>
public sealed record ReaderRights(DateOnly? AsOf = null, bool SeesEmbargoed = false)
{
    /// <summary>Gets the rights of a reader without a desk: everything but articles under embargo.</summary>
    public static ReaderRights WithoutDesk { get; } = new();

    /// <summary>Gets the desk, whose articles alone are seen; null for a reader who sees those of all desks.</summary>
    public Desk? Desk { get; init; }

    /// <summary>Gets the articles that the reader limits the question to.</summary>
    public ArticleFilter Filter { get; init; } = ArticleFilter.None;

    /// <summary>Gets the articles that a search may find.</summary>
    public ArticleScope Scope => new() { Filter = Filter, Selection = Desk?.Articles };

    /// <summary>Returns the rights that a question carries.</summary>
    public static ReaderRights Of(QuestionRequest question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new ReaderRights(question.AsOf, question.SeesEmbargoed) { Desk = question.Desk };
    }

    /// <summary>Returns the rights of a desk; null for a reader without one.</summary>
    public static ReaderRights Of(Desk? desk) => new(SeesEmbargoed: desk?.SeesEmbargoed == true) { Desk = desk };

    /// <summary>Determines whether an article published on this day may be seen; one without a day may be.</summary>
    public bool Allow(DateOnly? published) =>
        (AsOf is not { } last || published is not { } day || day <= last) && Filter.AllowsDay(published);

    /// <summary>Determines whether an article may be seen, whatever its stage.</summary>
    public bool Allow(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Allow(article.PublishedOn) && Scope.Allows(article);
    }
}
