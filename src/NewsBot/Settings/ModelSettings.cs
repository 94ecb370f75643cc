namespace NewsBot.Settings;

/// <summary>An OpenAI-compatible endpoint that may write answers.</summary>
/// <param name="Endpoint">Null: the extractive composer answers.</param>
/// <param name="ApiKey">Never logged; null for endpoints that ask for none.</param>
/// <param name="Name">The model's name; not null when there is an endpoint.</param>
internal sealed record ModelSettings(Uri? Endpoint, string? ApiKey, string? Name)
{
    /// <summary>Reads section <c>Model</c>.</summary>
    public static ModelSettings Read(SettingsReader reader)
    {
        var settings = new ModelSettings(reader.WebAddress("Model:Endpoint"), reader.Text("Model:ApiKey"), reader.Text("Model:Name"));
        if (settings.Endpoint is not null && settings.Name is null)
            reader.Fail("Model:Name", "is missing", "set the name of the model that Model:Endpoint serves");
        return settings;
    }
}
