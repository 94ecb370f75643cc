using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Retrieval;

/// <summary>Represents what a reader may see. Immutable.</summary>
/// <param name="AsOf">The day (UTC) after which articles are left out; null for all articles.</param>
/// <param name="SeesEmbargoed">Whether the reader may see articles under embargo, marked as such.</param>
public sealed record ReaderRights(DateOnly? AsOf = null, bool SeesEmbargoed = false)
{
    /// <summary>Gets the articles that the reader limits the question to.</summary>
    public ArticleFilter Filter { get; init; } = ArticleFilter.None;

    /// <summary>Returns the rights that a question carries.</summary>
    public static ReaderRights Of(QuestionRequest question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new ReaderRights(question.AsOf, question.SeesEmbargoed);
    }

    /// <summary>Determines whether an article published on this day may be seen; one without a day may be.</summary>
    public bool Allow(DateOnly? published) =>
        (AsOf is not { } last || published is not { } day || day <= last) && Filter.AllowsDay(published);
}
