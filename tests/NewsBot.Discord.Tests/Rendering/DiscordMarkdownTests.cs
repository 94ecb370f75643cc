using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using NewsBot.Discord.Rendering;

namespace NewsBot.Discord.Tests.Rendering;

public sealed class DiscordMarkdownTests
{
    private static readonly string[] Pieces =
    [
        "<@123>",
        "<@!1>",
        "<@&5>",
        "<#9>",
        "@everyone",
        "@here",
        "||spoiler||",
        "**bold**",
        "_it_",
        "~~no~~",
        "`code`",
        "```\n",
        "# ",
        "- ",
        "-# ",
        "> ",
        "1. ",
        "[x](http://evil.test)",
        "https://evil.test/a",
        "mailto:a@b.test",
        "<t:1:R>",
        "\\",
        "\\\\",
        "\n",
        " ",
        "word",
        "é",
        "😀",
        "(",
        ")",
        "12)",
    ];

    [Theory]
    [InlineData("<@123>", "\\<@\u200B123\\>")]
    [InlineData("@everyone", "@\u200Beveryone")]
    [InlineData("# Big", "\\# Big")]
    [InlineData("a # b", "a # b")]
    [InlineData("- item", "\\- item")]
    [InlineData("1. first", "1\\. first")]
    [InlineData("in 1999. Then", "in 1999. Then")]
    [InlineData("||x||", "\\|\\|x\\|\\|")]
    [InlineData("[a](http://b)", "\\[a\\](http\\://b)")]
    [InlineData("at 10:30", "at 10:30")]
    public void Escape_TakesMarkupItsMeaning(string text, string expected)
    {
        Assert.Equal(expected, DiscordMarkdown.Escape(text));
    }

    [Fact]
    public void Escape_OfAnything_LeavesNoMarkup_AndLosesNothing()
    {
        var texts = Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary();

        Prop.ForAll(
                texts,
                text =>
                {
                    var escaped = DiscordMarkdown.Escape(text);
                    // What Discord reads: an escaped character is plain text.
                    var seen = Regex.Replace(escaped, @"\\[^0-9A-Za-z\s]", "·");

                    Assert.Equal(text, Regex.Replace(escaped, @"\\([^0-9A-Za-z\s])", "$1").Replace("\u200B", "", StringComparison.Ordinal));
                    Assert.DoesNotMatch(@"[*_~`|<>\[\]\\]", seen);
                    Assert.DoesNotMatch("@(everyone|here)", seen);
                    Assert.DoesNotMatch(@"(?m)^\s*(#{1,3} |[-+] |-# |\d+[.)] )", seen);
                    Assert.DoesNotMatch("[a-z0-9]://", seen);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("not an address")]
    [InlineData("")]
    public void Link_ToAnythingButTheWeb_IsLeftOut(string address)
    {
        Assert.Equal("", DiscordMarkdown.Link("Open", address));
    }

    [Fact]
    public void Link_WithBrackets_CannotBreakOut()
    {
        Assert.Equal("[Open](<http://a.test/x%29%3Ey>)", DiscordMarkdown.Link("Open", "http://a.test/x)>y"));
    }
}
