using NewsBot.Teams.Rendering;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Tests.Rendering;

public sealed class DigestMessageTests
{
    [Fact]
    public void Digest_LateOne_SaysSo_AndOpensOnlySafeLinks()
    {
        var card = DigestMessage.Render(SomeDigest.WithEverything(), isLate: true).Attachments![0].Content!.ToJsonString();

        Assert.Contains("Late: 3 May 2023", card, StringComparison.Ordinal);
        Assert.Contains("https://news.example/a", card, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", card, StringComparison.Ordinal);
        Assert.DoesNotContain("](https://evil.example)", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Digest_OfManyLongStories_StaysInsideTheLimit()
    {
        var message = DigestMessage.Render(SomeDigest.WithEverything(60, new string('ä', 600) + "."), isLate: false);

        Assert.True(MessageSize.Fits(message));
        Assert.Contains("more stories do not fit here", message.Attachments![0].Content!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Digest_OfAnEmptyDay_IsOneLine()
    {
        var message = DigestMessage.Render(SomeDigest.WithEverything() with { Stories = [], Citations = [] }, isLate: false);

        Assert.Equal("3 May 2023: no stories.", message.Text);
        Assert.Null(message.Attachments);
    }

    [Fact]
    public void Message_IsAMessage() =>
        Assert.Equal(ActivityTypes.Message, DigestMessage.Render(SomeDigest.WithEverything(), isLate: false).Type);
}
