using NewsBot.Newsroom.Alerts;
using NewsBot.Teams.Rendering;

namespace NewsBot.Teams.Tests.Rendering;

public sealed class AlertMessageTests
{
    [Fact]
    public void Post_LinksTheHeadline_NamesFileOutletAndTime_AndSaysHowToStop()
    {
        var texts = TextsOf(SomeAlert.WithEverything);

        Assert.Equal("Alert “drone \\*attack\\*”: 2 articles", texts[0]);
        Assert.Contains("New in this story", texts);
        Assert.Contains(
            texts,
            text =>
                text.StartsWith("[Drones ", StringComparison.Ordinal)
                && text.EndsWith("](https://news.example/articles/a)", StringComparison.Ordinal)
                && !text.Contains("](https://evil.example)", StringComparison.Ordinal)
        );
        Assert.Contains("One \\*News\\* · 3 May 2023, 07:05 UTC · a.txt", texts);
        Assert.Equal("“alert stop 2” ends this alert, “alert pause 2” pauses it.", texts[^1]);
    }

    [Fact]
    public void Post_AboutAWithdrawnArticle_SaysSo_WithoutItsWords()
    {
        var texts = TextsOf(
            SomeAlert.WithEverything with
            {
                Stories = [],
                Others = [],
                Citations = [],
                Corrected = [SomeDigest.Withdrawal],
            }
        );

        Assert.Equal(
            [
                "Alert “drone \\*attack\\*”: correction",
                "The newsroom withdrew its report of 3 May 2023, which was in an earlier alert. Please do not use what it said.",
                "“alert stop 2” ends this alert, “alert pause 2” pauses it.",
            ],
            texts
        );
    }

    private static List<string> TextsOf(AlertPost post) =>
        [
            .. AlertMessage.Render(post).Attachments![0].Content!["body"]!
                .AsArray()
                .SelectMany(element => element!["items"]?.AsArray().Select(item => item!) ?? [element])
                .Select(element => element["text"]!.GetValue<string>()),
        ];
}
