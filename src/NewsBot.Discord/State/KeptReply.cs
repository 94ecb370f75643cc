using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Discord.State;

/// <summary>Represents a reply with working buttons: its pages, and the passages that it quotes.</summary>
/// <param name="Trace">The id of the interaction or message that it answers.</param>
/// <param name="Question">The question as asked.</param>
/// <param name="Pages">One or more, without buttons.</param>
/// <param name="Quotes">The quotes, as evidence.</param>
/// <param name="Sources">The sources of all articles that it shows; null in replies stored by earlier versions.</param>
internal sealed record KeptReply(
    string Trace,
    string Question,
    IReadOnlyList<Embed> Pages,
    IReadOnlyList<KeptQuote> Quotes,
    IReadOnlyList<string>? Sources = null
)
{
    /// <summary>Gets the conversation that later questions continue; null where it does not answer a question.</summary>
    public string? Conversation { get; init; }

    /// <summary>Gets the id of the person whom it answers; null in replies stored by earlier versions.</summary>
    public string? Person { get; init; }

    /// <summary>Gets the stories that can be followed, each a button.</summary>
    public IReadOnlyList<KeptStory> Stories { get; init; } = [];

    /// <summary>Gets the follow-up questions, each a button; empty until they are found.</summary>
    public IReadOnlyList<string> Suggested { get; init; } = [];
}

/// <summary>Represents a story of a reply that can be followed.</summary>
/// <param name="Label">The words on its button.</param>
/// <param name="Source">The source of one of its articles.</param>
/// <param name="Page">The page that begins to tell it, from 0; null: the button is on every page.</param>
internal sealed record KeptStory(string Label, string Source, int? Page = null);

/// <summary>Represents a quote of a reply.</summary>
/// <param name="Number">The citation's number.</param>
/// <param name="Source">The article's source.</param>
/// <param name="Start">First UTF-16 code unit in the article's text.</param>
/// <param name="End">One past the last.</param>
/// <param name="Text">The quoted words.</param>
internal sealed record KeptQuote(int Number, string Source, int Start, int End, string Text)
{
    /// <summary>Returns the quotes of citations.</summary>
    public static IReadOnlyList<KeptQuote> Of(IEnumerable<Citation> citations) =>
        [
            .. citations.Select(citation => new KeptQuote(
                citation.Number,
                citation.Source,
                citation.Range.Start,
                citation.Range.End,
                citation.Quote
            )),
        ];
}
