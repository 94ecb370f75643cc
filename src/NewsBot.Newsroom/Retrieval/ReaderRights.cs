using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Retrieval;

/// <summary>What a reader may see. Immutable.</summary>
/// <param name="AsOf">Articles published after this day (UTC) are not seen; null: all are.</param>
/// <param name="SeesEmbargoed">Whether it sees, marked, what is under embargo.</param>
public sealed record ReaderRights(DateOnly? AsOf = null, bool SeesEmbargoed = false)
{
    /// <summary>Gets the articles that the reader limits the question to.</summary>
    public ArticleFilter Filter { get; init; } = ArticleFilter.None;

    /// <summary>Gets the rights with which a question is asked.</summary>
    public static ReaderRights Of(QuestionRequest question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new ReaderRights(question.AsOf, question.SeesEmbargoed);
    }

    /// <summary>Returns whether an article of this day may be seen; one without a day may be.</summary>
    public bool Allow(DateOnly? published) => (AsOf is not { } last || published is not { } day || day <= last) && Filter.AllowsDay(published);
}
