using System.Text.Json.Nodes;
using NewsBot.Archive.Passages;
using NewsBot.Teams.Facade;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Storage;

namespace NewsBot.Teams.Turns;

/// <summary>The passages behind an answer, as the archive has them now: an article that was withdrawn is not shown again.</summary>
internal static class AnswerPassages
{
    /// <summary>The card; null when the answer is not kept, or was not given in this conversation.</summary>
    public static async Task<JsonObject?> CardAsync(ITeamsNewsroom newsroom, ITeamsStore store, string conversation, string? answerId, CancellationToken cancellationToken)
    {
        if (answerId is null || await store.FindAnswerAsync(answerId, cancellationToken) is not { } answer || answer.Conversation != conversation)
            return null;
        return PassagesCard.OfAnswer(answer, await FindAsync(newsroom, answer, cancellationToken));
    }

    /// <summary>One for each citation; null where the article is gone.</summary>
    public static async Task<IReadOnlyList<SourcePassage?>> FindAsync(ITeamsNewsroom newsroom, GivenAnswer answer, CancellationToken cancellationToken)
    {
        var passages = new List<SourcePassage?>(answer.Citations.Count);
        foreach (var citation in answer.Citations)
            passages.Add(await newsroom.PassageAsync(citation.Source, new TextRange(citation.Start, citation.End), cancellationToken));
        return passages;
    }
}
