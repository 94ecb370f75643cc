using NewsBot.Newsroom.Orchestration;
using NewsBot.Settings;
using NewsBot.Teams;

namespace NewsBot.Parts;

/// <summary>Says which of the exchangeable parts run with these settings.</summary>
internal static class RunningParts
{
    /// <summary>What each part is for, and what does it.</summary>
    public static IEnumerable<(string Part, string By)> Of(NewsBotSettings settings)
    {
        yield return ("articles", $"LiteDB {typeof(LiteDB.LiteDatabase).Assembly.GetName().Version?.ToString(3)}");
        yield return ("questions", NewsroomKernel.Library);
        yield return ("model", settings.Model is { Endpoint: not null, Name: { } model } ? $"{model} ({settings.Model.Provider})" : "none");
        if (settings.Model.EmbeddingName is { } embedding) yield return ("embeddings", embedding);
        yield return ("discord", settings.Discord.IsOn ? settings.Discord.Carrier.Name : "none");
        yield return ("teams", TeamsServices.Library);
    }

    /// <summary>All of them in one line.</summary>
    public static string Line(NewsBotSettings settings) => string.Join(", ", Of(settings).Select(part => $"{part.Part}: {part.By}"));
}
