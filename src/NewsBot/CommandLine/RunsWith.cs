using NewsBot.Newsroom.Orchestration;
using NewsBot.Postgres;
using NewsBot.Settings;
using NewsBot.Teams;

namespace NewsBot.CommandLine;

/// <summary>Lists what NewsBot runs with: libraries, models, channels.</summary>
internal static class RunsWith
{
    /// <summary>Returns what each task is done by.</summary>
    public static IEnumerable<(string What, string By)> Of(NewsBotSettings settings)
    {
        yield return (
            "articles",
            settings.Store.Provider == StoreProvider.Postgres
                ? PostgresArticleStore.Library
                : $"LiteDB {typeof(LiteDB.LiteDatabase).Assembly.GetName().Version?.ToString(3)}"
        );
        yield return ("questions", NewsroomKernel.Library);
        yield return ("model", settings.Model is { Endpoint: not null, Name: { } model } ? $"{model} ({settings.Model.Provider})" : "none");
        if (settings.Model.EmbeddingName is { } embedding)
            yield return ("embeddings", embedding);
        yield return ("discord", settings.Discord.IsOn ? settings.Discord.Carrier.Name : "none");
        yield return ("teams", TeamsServices.Library);
    }

    /// <summary>Returns all of them on one line.</summary>
    public static string Line(NewsBotSettings settings) => string.Join(", ", Of(settings).Select(one => $"{one.What}: {one.By}"));
}
