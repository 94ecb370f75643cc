using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Access;
using NewsBot.Newsroom.Desks;
using NewsBot.Settings;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Access;

/// <summary>
/// Sends generated requests of anonymous callers, keys and people who signed in to every surface, and looks for words of articles that
/// they may not see. Each article has a word of its own.
/// </summary>
public sealed class AccessLeakTests
{
    private const int Short = 3_000;
    private const int Long = 10_000;
    private const string Embargoed = "Ombroso";

    /// <summary>The desks, each with the word of its only article.</summary>
    private static readonly (string Desk, string Word)[] Desks = [("Sport", "Spandrel"), ("City", "Citrine"), ("World", "Wolfram")];

    private static readonly string[] Words = [.. Desks.Select(desk => desk.Word), Embargoed];
    private static readonly string[] Questions =
    [
        "What+opened+in+the+hall",
        "Who+opened+the+hall",
        "hall",
        "check:+A+hall+opened.",
        "sources+hall",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public Task Callers_SeeNothingOfOtherDesks_OnAnySurface() => AssertNoLeakAsync(Short);

    [Fact(Explicit = true)]
    public Task Callers_SeeNothingOfOtherDesks_InTenThousandRequests() => AssertNoLeakAsync(Long);

    private static async Task AssertNoLeakAsync(int count)
    {
        await using var provider = await ScriptedIdentityProvider.StartAsync();
        await using var host = await TestHost.StartAsync(Articles(), settings => Settings(settings, provider.Authority));
        var callers = await CallersAsync(host, provider);
        var random = new Random(20261202);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var statuses = new Dictionary<HttpStatusCode, int>();

        for (var i = 0; i < count; i++)
        {
            var caller = callers[random.Next(callers.Count)];
            var (method, path, body) = Surface(random);
            using var response = await caller.Send(method, path, body);
            var text = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Stop));
            statuses[response.StatusCode] = statuses.GetValueOrDefault(response.StatusCode) + 1;
            foreach (var word in Words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                Assert.True(caller.Words.Contains(word), $"{caller.Name} sees {word}: {method} {path} {body}");
                seen.Add($"{caller.Name}: {word}");
            }
        }

        // Whoever may see an article sees it somewhere; otherwise the silence of the others would prove nothing.
        Assert.Equal(
            callers.SelectMany(caller => caller.Words.Select(word => $"{caller.Name}: {word}")).Order(StringComparer.Ordinal),
            seen.Order(StringComparer.Ordinal)
        );
        Assert.All(
            (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NotFound],
            status => Assert.True(statuses.GetValueOrDefault(status) > 0, $"No request was answered with {status}.")
        );
        Assert.DoesNotContain(statuses.Keys, status => (int)status >= 500);
    }

    private static string[] Articles() =>
        [
            .. Desks.Select(desk =>
                Some.ArticleLine(
                    $"in/{desk.Desk}.txt",
                    $"The {desk.Word} hall opened on Monday. {desk.Word} officials welcomed the opening of the hall.",
                    $"{desk.Word} hall opened",
                    "2026-05-04"
                )
            ),
            Some.ArticleLine(
                "in/held.txt",
                $"EMBARGOED UNTIL 2099-01-01 10:00 UTC\n\nThe {Embargoed} hall opened on Monday.",
                $"{Embargoed} hall opened",
                "2026-05-04"
            ),
        ];

    private static NewsBotSettings Settings(NewsBotSettings settings, Uri authority) =>
        settings with
        {
            PublicUrl = new Uri(Visitor.Site),
            Digests = settings.Digests with
            {
                Desks = new([
                    .. Desks.Select(desk => new Desk
                    {
                        Name = desk.Desk,
                        Channels = [],
                        Users = [$"{desk.Desk}@news.test"],
                        Articles = new() { Sources = new HashSet<string> { $"in/{desk.Desk}.txt" } },
                    }),
                ]),
            },
            Access = settings.Access with
            {
                Readers = [.. Desks.Select(desk => $"{desk.Desk}@news.test"), "all@news.test"],
                Limits = settings.Access.Limits with { QuestionsPerMinute = 1_000_000, ReadsPerMinute = 1_000_000 },
                SignIn = new SignInSettings(
                    authority,
                    ScriptedIdentityProvider.ClientId,
                    ScriptedIdentityProvider.ClientSecret,
                    "groups",
                    [],
                    TimeSpan.FromHours(12)
                ),
            },
        };

    private static async Task<List<Caller>> CallersAsync(TestHost host, ScriptedIdentityProvider provider)
    {
        var keys = host.Services.GetRequiredService<ApiKeys>();
        var all = Desks.Select(desk => desk.Word).ToArray();
        List<Caller> callers = [new("nobody", [], (method, path, body) => SendAsync(host, method, path, body, null))];
        foreach (var scopes in (AccessScope[])[AccessScope.Ask, AccessScope.Read, AccessScope.Ask | AccessScope.Read, AccessScope.Admin])
        {
            var sees = scopes is AccessScope.Admin ? [] : all;
            foreach (
                var (desk, word) in Desks.Select(desk => ((string?)desk.Desk, new[] { desk.Word })).Append((null, all)).Append(("Gone", []))
            )
            {
                var name = $"key of {desk ?? "no desk"}, {scopes}";
                var key = await AccessTests.AddAsync(keys, name, scopes, desk);
                callers.Add(new(name, [.. word.Intersect(sees)], (method, path, body) => SendAsync(host, method, path, body, key)));
            }
        }

        foreach (
            var (person, words) in Desks.Select(desk => (desk.Desk, new[] { desk.Word })).Append(("all", all)).Append(("stranger", []))
        )
        {
            var visitor = new Visitor(host, provider);
            await visitor.SignInAsync("/", Visitor.Person(person, $"{person}@news.test"));
            callers.Add(new(person, words, (method, path, _) => visitor.SendAsync(method, path)));
        }

        return callers;
    }

    private static (HttpMethod Method, string Path, string? Body) Surface(Random random)
    {
        var question = Questions[random.Next(Questions.Length)];
        var named = Desks[random.Next(Desks.Length)].Desk;
        var source = random.Next(5) == 0 ? "in/held.txt" : $"in/{named}.txt";
        var desk = random.Next(4) == 0 ? $"&desk={named}" : "";
        string[] pages =
        [
            $"/?q={question}",
            $"/answer?q={question}",
            $"/answer/stream?q={question}",
            $"/answer/follow-ups?q={question}",
            "/welcome",
            $"/sources?q={question}{desk}",
            $"/digest?date=2026-05-04{desk}",
            $"/timeline?topic=hall{desk}",
            $"/articles/{source}",
            $"/admin/articles?source={source}",
            "/admin",
            "/admin/queues",
            "/admin/subscriptions",
            "/admin/feedback",
            "/admin/questions",
            "/admin/keys",
            $"/api/sources?q={question}{desk}",
            $"/api/feed?q={question}{desk}",
            $"/api/feed/digest?date=2026-05-04{desk}",
            $"/api/feed/alert?q=hall{desk}",
            $"/api/articles/{source}",
            $"/api/digest?date=2026-05-04{desk}",
            $"/api/timeline?topic=hall{desk}",
            "/openapi.json",
        ];
        var named2 = random.Next(3) == 0 ? $",\"desk\":\"{named}\"" : "";
        return random.Next(3) switch
        {
            0 => (
                HttpMethod.Post,
                "/api/ask",
                $$"""{"question":"{{question.Replace('+', ' ')}}"{{named2}},"conversation":"teams:{{random.Next(3)}}"}"""
            ),
            1 when random.Next(2) == 0 => (HttpMethod.Post, "/mcp", Tool(random, question.Replace('+', ' '), source)),
            _ => (HttpMethod.Get, pages[random.Next(pages.Length)], null),
        };
    }

    private static string Tool(Random random, string question, string source)
    {
        var (name, arguments) = random.Next(4) switch
        {
            0 => ("ask", $$"""{"question":"{{question}}"}"""),
            1 => ("search_passages", $$"""{"query":"{{question}}"}"""),
            2 => ("get_article", $$"""{"source":"{{source}}"}"""),
            _ => ("digest", """{"date":"2026-05-04"}"""),
        };
        return $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{name}}}","arguments":{{{arguments}}}}}""";
    }

    private static Task<HttpResponseMessage> SendAsync(TestHost host, HttpMethod method, string path, string? body, string? key)
    {
        var request = new HttpRequestMessage(method, Visitor.Site + path);
        request.Headers.Add(TestPeer.Header, "203.0.113.7");
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return host.Client.SendAsync(request, Stop);
    }

    private sealed record Caller(string Name, string[] Words, Func<HttpMethod, string, string?, Task<HttpResponseMessage>> Send);
}
