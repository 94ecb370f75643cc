using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Tests.Layout;
using NewsBot.Pages;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Pages;

/// <summary>What the chat page shows for each shape of an answer; the approved files are read by people.</summary>
public sealed class AnswerViewTests
{
    private static readonly Dictionary<string, Answer> Shapes = new(StringComparer.Ordinal)
    {
        ["disputed"] = SomeAnswers.Disputed,
        ["several"] = SomeAnswers.Several,
        ["written"] = SomeAnswers.Written,
        ["declined"] = SomeAnswers.Declined,
        ["sources"] = SomeAnswers.Sources,
        ["reply"] = SomeAnswers.Reply,
    };

    public static TheoryData<string> Names => [.. Shapes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Answer_IsPaintedAsApproved(string name)
    {
        var file = Path.Combine(RepositoryFolder.Root, "tests/NewsBot.Tests/Pages/Approved", name + ".html");

        var html = await PaintAsync(Shapes[name]);
        // What is painted becomes what is approved, once a person has read the difference.
        if (Environment.GetEnvironmentVariable("NEWSBOT_APPROVE") is not null)
            await File.WriteAllTextAsync(file, html + "\n", TestContext.Current.CancellationToken);
        var approved = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);

        Assert.Equal(approved.TrimEnd('\n'), html);
    }

    [Fact]
    public async Task Reply_ToADigestCommand_LinksToItsPage()
    {
        var html = await PaintAsync(SomeAnswers.Reply, "/digest?date=2026-05-03");

        Assert.Contains("""<a href="/digest?date=2026-05-03">Open that page</a>""", html, StringComparison.Ordinal);
    }

    private static async Task<string> PaintAsync(Answer answer, string? place = null)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(new PagePaths("")).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var turn = new Turn(
            1,
            answer,
            answer.Citations.ToDictionary(citation => citation.Number, citation => QuotedPassage.Of(citation, null))
        )
        {
            Place = place,
        };
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(AnswerView.Turn)] = turn });
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<AnswerView>(parameters)).ToHtmlString()
        );
        return Regex.Replace(html.Trim(), @">\s*<(?=(p|h3|section|div|ul|ol|li|blockquote|/ul|/ol|/section|/div)\b)", ">\n<");
    }
}
