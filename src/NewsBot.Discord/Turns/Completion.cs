using NewsBot.Discord.Access;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Suggestions;

namespace NewsBot.Discord.Turns;

/// <summary>Completes what a person types; late choices are worth nothing, so that none are better.</summary>
internal sealed class Completion(INewsroom newsroom, AllowedChannels channels, TimeProvider time)
{
    private const int MaxChoices = 25;
    private const int MaxChoiceChars = 100;
    private static readonly TimeSpan Within = TimeSpan.FromMilliseconds(400);

    /// <summary>The choices; empty when there are none, in time or at all.</summary>
    public async Task<InteractionCallback> ChooseAsync(InteractionJson interaction, Asker asker, CancellationToken cancellationToken)
    {
        if (CommandInput.Focused(interaction) is not { } field || !channels.Allows(asker)) return InteractionCallback.Complete([]);
        var typed = field.Value.ValueKind == System.Text.Json.JsonValueKind.String ? field.Value.GetString()! : "";
        var kind = interaction.Data?.Name == CommandNames.Article ? SuggestionKind.Article : SuggestionKind.Query;
        using var timeout = new CancellationTokenSource(Within, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var suggestions = await newsroom.SuggestAsync(typed, kind, MaxChoices, both.Token).WaitAsync(both.Token);
            return InteractionCallback.Complete([.. suggestions.Select(Choice).Where(choice => choice.Name.Length > 0).DistinctBy(choice => choice.Value).Take(MaxChoices)]);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return InteractionCallback.Complete([]);
        }
    }

    /// <summary>A source too long for a choice is entered as its headline, by which the command finds it too.</summary>
    private static CommandChoice Choice(Suggestion suggestion) =>
        new(Cut.Plain(suggestion.Text, MaxChoiceChars), suggestion.Value.Length <= MaxChoiceChars ? suggestion.Value : Cut.Plain(suggestion.Text, MaxChoiceChars));
}
