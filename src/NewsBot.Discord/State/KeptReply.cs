using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Discord.State;

/// <summary>A reply whose buttons still work: its pages, and the passages that it quotes.</summary>
/// <param name="Trace">The id of the interaction or message that it answers.</param>
/// <param name="Question">The words that were asked.</param>
/// <param name="Pages">One or more, without buttons.</param>
/// <param name="Quotes">What it quotes as evidence.</param>
/// <param name="Sources">Sources of all articles that it shows; null in replies that were kept before this was.</param>
internal sealed record KeptReply(
    string Trace,
    string Question,
    IReadOnlyList<Embed> Pages,
    IReadOnlyList<KeptQuote> Quotes,
    IReadOnlyList<string>? Sources = null
)
{
    /// <summary>Gets the conversation that questions after it go on with; null where it answers none.</summary>
    public string? Conversation { get; init; }

    /// <summary>Gets the questions that lead on from it, each a button; none until they were found.</summary>
    public IReadOnlyList<string> Suggested { get; init; } = [];
}

/// <summary>A quote of a reply.</summary>
/// <param name="Number">The citation's number.</param>
/// <param name="Source">The article's source.</param>
/// <param name="Start">First UTF-16 code unit in the article's text.</param>
/// <param name="End">One past the last.</param>
/// <param name="Text">What stood there.</param>
internal sealed record KeptQuote(int Number, string Source, int Start, int End, string Text)
{
    /// <summary>Returns what citations quote.</summary>
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
