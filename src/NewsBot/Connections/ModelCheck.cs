using System.Net;
using System.Net.Http.Headers;
using NewsBot.Newsroom.Models;
using NewsBot.Settings;

namespace NewsBot.Connections;

/// <summary>Asks the endpoint of the language model for the list of its models: it costs no tokens. Thread-safe.</summary>
/// <param name="settings">Name the endpoint.</param>
/// <param name="client">Sends the request.</param>
internal sealed class ModelCheck(ModelSettings settings, HttpClient client) : IConnectionCheck
{
    // https://learn.microsoft.com/azure/ai-foundry/openai/reference#data-plane-inference: the newest version that is not a preview.
    private const string AzureModels = "openai/models?api-version=2024-10-21";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public string Name => "Model";

    private Uri Address =>
        new(settings.Endpoint!.AbsoluteUri.TrimEnd('/') + "/" + (settings.Provider == ModelProvider.AzureOpenAI ? AzureModels : "models"));

    /// <inheritdoc />
    public async Task<string?> ProblemAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        if (settings.ApiKey is { } key && settings.Provider == ModelProvider.AzureOpenAI)
            request.Headers.Add("api-key", key);
        else if (settings.ApiKey is { } bearer)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return response.StatusCode switch
            {
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                    "The language model refuses the key; check Model:ApiKey. Until then answers are extractive.",
                >= HttpStatusCode.InternalServerError =>
                    $"The language model answers {(int)response.StatusCode}; check Model:Endpoint. Until then answers are extractive.",
                // Some servers have no list of models; they answered all the same.
                _ => null,
            };
        }
        catch (Exception failure)
            when (failure is HttpRequestException or IOException
                || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            var why =
                failure is OperationCanceledException ? $"no answer within {Patience.TotalSeconds:0} s" : failure.Message.TrimEnd('.');
            return $"The language model cannot be reached ({why}); check Model:Endpoint. Until then answers are extractive.";
        }
    }
}
