using NewsBot.Newsroom.Orchestration;
using NewsBot.Settings;

namespace NewsBot.Parts;

/// <summary>Says which of the exchangeable parts run with these settings.</summary>
internal static class RunningParts
{
    /// <summary>What each part is for, and what does it.</summary>
    public static IEnumerable<(string Part, string By)> Of(NewsBotSettings settings)
    {
        yield return ("articles", settings.Store.Provider == StoreProvider.LiteDb ? Sdk.Store!.Library : settings.Store.Provider.ToString());
        yield return ("questions", NewsroomKernel.Library);
        yield return ("model", settings.Model is { Endpoint: not null, Name: { } model } ? $"{model} ({settings.Model.Provider})" : "none");
        if (settings.Model.EmbeddingName is { } embedding) yield return ("embeddings", embedding);
        yield return ("discord", settings.Discord switch
        {
            { IsOn: false } => "none",
            { Transport: DiscordLibrary.DiscordNet } => Sdk.Discord!.Library,
            _ => "NewsBot",
        });
        yield return ("teams", settings.Teams.Transport == TeamsTransport.BotFramework ? Sdk.Teams!.Library : "NewsBot");
    }

    /// <summary>All of them in one line.</summary>
    public static string Line(NewsBotSettings settings) => string.Join(", ", Of(settings).Select(part => $"{part.Part}: {part.By}"));
}
