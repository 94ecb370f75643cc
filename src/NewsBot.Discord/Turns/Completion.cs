using NewsBot.Discord.Access;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Layout;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Suggestions;

namespace NewsBot.Discord.Turns;

/// <summary>Completes what a person types. Late choices are useless, so it returns none instead.</summary>
internal sealed class Completion(INewsroom newsroom, AllowedChannels channels, TimeProvider time)
{
    /// <summary>Specifies the prefix of a choice for a query that stands for an article, whose headline is searched for.</summary>
    public const string ArticleMark = "article:";

    private const int MaxChoices = 25;
    private const int MaxChoiceChars = 100;
    private static readonly TimeSpan Within = TimeSpan.FromMilliseconds(400);

    /// <summary>Returns the choices; empty when there are none, or none in time.</summary>
    public async Task<InteractionCallback> ChooseAsync(InteractionJson interaction, Asker asker, CancellationToken cancellationToken)
    {
        if (CommandInput.Focused(interaction) is not { } field || !channels.Allows(asker))
            return InteractionCallback.Complete([]);
        var typed = field.Value.ValueKind == System.Text.Json.JsonValueKind.String ? field.Value.GetString()! : "";
        var kind = interaction.Data?.Name == CommandNames.Article ? SuggestionKind.Article : SuggestionKind.Query;
        using var timeout = new CancellationTokenSource(Within, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var suggestions = await newsroom
                .SuggestAsync(typed, kind, MaxChoices, ReaderRights.Of(newsroom.Desks.Of(asker.Place)), both.Token)
                .WaitAsync(both.Token);
            var choices = suggestions.Select(suggestion => Choice(suggestion, kind)).Where(choice => choice.Name.Length > 0);
            // Two articles with the same headline are two articles to read, but one search.
            var distinct = choices.DistinctBy(choice => kind == SuggestionKind.Query ? choice.Name : choice.Value);
            return InteractionCallback.Complete([.. distinct.Take(MaxChoices)]);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return InteractionCallback.Complete([]);
        }
    }

    private static CommandChoice Choice(Suggestion suggestion, SuggestionKind kind)
    {
        var mark = kind == SuggestionKind.Query && suggestion.Source is not null ? ArticleMark : "";
        var value =
            suggestion.Source is { } source && source.Length <= MaxChoiceChars - mark.Length
                ? source
                // The command also finds the article by the beginning of its headline, for sources too long for a choice.
                : Beginning(suggestion.Text, MaxChoiceChars - mark.Length);
        return new CommandChoice(Cut.Plain(suggestion.Text, MaxChoiceChars), mark + value);
    }

    private static string Beginning(string text, int limit) => text.Length <= limit ? text : WordCut.At(text, limit).TrimEnd('…');
}
