using System.Net;

namespace NewsBot.Discord.Tests.Rest;

/// <summary>Answers requests from a list; the last answer is given again and again.</summary>
internal sealed class ScriptedHandler(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
{
    private readonly Lock gate = new();
    private readonly List<string> requests = [];

    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (gate)
                return [.. requests];
        }
    }

    public static Func<HttpResponseMessage> Answer(int status, string body = "{}", params (string Name, string Value)[] headers) =>
        () =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
            foreach (var (name, value) in headers)
                response.Headers.TryAddWithoutValidation(name, value);
            return response;
        };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int number;
        lock (gate)
        {
            requests.Add($"{request.Method} {request.RequestUri!.AbsolutePath}");
            number = requests.Count;
        }

        return Task.FromResult(answers[Math.Min(number, answers.Length) - 1]());
    }
}
