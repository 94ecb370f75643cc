using FsCheck;
using FsCheck.Fluent;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Digests;

namespace NewsBot.Discord.Tests.Rendering;

public sealed class DigestPagesTests
{
    /// <summary>Lengths of sentences: of those that fit many times on a page, and of those that fill one.</summary>
    private static Arbitrary<int[]> Lengths => Gen.Choose(1, 1100).ArrayOf(18).ToArbitrary();

    [Fact]
    public void Story_ShowsWhatIsNew_WhatIsDisputed_AndItsSources()
    {
        var digest = DigestOf(["The attack was a *plot*.", "Smoke rose.", "Russia accused Ukraine.", "Ukraine denied it."]);

        var page = Assert.Single(DigestPages.Render(digest, isLate: true));

        string[] expected =
        [
            "**1. Story 1**",
            "1 outlet · 3 reports, of which 1 copy · new today",
            $"• The attack was a \\*plot\\*. {Link(1)}",
            "**New since yesterday**",
            $"• Smoke rose. {Link(2)}",
            "**Claimed and denied**",
            $"• Russia accused Ukraine. {Link(3)}",
            $"• Ukraine denied it. {Link(4)}",
            "**Sources**",
            "[1] [3] The Example Times · 3 May 2023 · `story-1-a.txt` · [Open the article](<http://newsbot.test/articles/story-1-a.txt>)",
            "[2] [4] 3 May 2023 · `story-1-b.txt` · [Open the article](<http://newsbot.test/articles/story-1-b.txt>)",
            "The Example Times · no date · `story-1-c.txt` · [Open the article](<http://newsbot.test/articles/story-1-c.txt>) · copy",
        ];
        Assert.Equal(string.Join('\n', expected), page.Description);
        Assert.Equal("Late: 3 May 2023: 1 story from 3 articles", page.Title);
    }

    [Fact]
    public void Digest_WithoutStories_StillListsCorrections_AndWhatItLeavesOut()
    {
        var source = new DigestSource("o", "o", "h", null, "http://newsbot.test/articles/o", false);
        var digest = DigestOf([]) with
        {
            Corrected =
            [
                new DigestCorrection
                {
                    Source = "c",
                    IsWithdrawn = false,
                    Outlet = null,
                    Published = null,
                    Headline = "Two *hurt*",
                    Link = "http://newsbot.test/articles/c",
                    Before = "Twelve were hurt.",
                    Now = "Two were hurt.",
                },
            ],
            Others =
            [
                new DigestOthers(ScriptedNewsroom.Day, "http://newsbot.test/digest?date=2023-05-03", [source, source]),
                new DigestOthers(null, "http://newsbot.test/sources", [source]),
            ],
            Older = ["x"],
        };

        var page = Assert.Single(DigestPages.Render(digest, isLate: false));

        string[] expected =
        [
            "**Corrected since the last digest**",
            "• Two \\*hurt\\* · [Read the article](<http://newsbot.test/articles/c>)",
            "Before: “Twelve were hurt.”",
            "Now: “Two were hurt.”",
            "",
            "**Not in these stories**",
            "3 more reports: [3 May 2023 (2)](<http://newsbot.test/digest?date=2023-05-03>) · [undated (1)](<http://newsbot.test/sources>)",
            "1 older article was added to the archive.",
        ];
        Assert.Equal(string.Join('\n', expected), page.Description);
    }

    [Fact]
    public void Digest_OfAnyLength_LosesNothing_AndNeverPartsAClaimFromItsDenial()
    {
        Prop.ForAll(
                Lengths,
                lengths =>
                {
                    var digest = DigestOf([.. lengths.Select((length, place) => $"Sentence {place + 1} says {new string('x', length)}.")]);

                    var pages = DigestPages.Render(digest, isLate: false);

                    PagesTests.AssertValid(pages, digest.Citations.Count);
                    var text = string.Join('\n', pages.Select(page => page.Description));
                    var said = digest.Citations.Select(citation => $"• {citation.Quote} {Link(citation.Number)}");
                    Assert.All(
                        said.Concat(digest.Sources.Select(source => $"`{source}`")),
                        part => Assert.Contains(part, text, StringComparison.Ordinal)
                    );
                    var disputed = digest.Stories.SelectMany(story => story.Disagreements);
                    Assert.All(disputed, one => Assert.Single(pages, page => Has(page, one.One) && Has(page, one.Other)));
                    Assert.DoesNotContain('…', text);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Stories_ThatFitOnAPageEach_AreNotDivided()
    {
        var digest = DigestOf([.. Enumerable.Range(1, 20).Select(place => $"Sentence {place} says {new string('x', 400)}.")]);

        var pages = DigestPages.Render(digest, isLate: false);

        Assert.True(pages.Count > 1);
        Assert.All(pages, page => Assert.DoesNotContain("(continued)", page.Description, StringComparison.Ordinal));
        Assert.All(
            digest.Stories,
            story => Assert.Single(pages, page => Has(page, story.Statements[0]) && Has(page, story.Disagreements[0].Other))
        );
        var followed = DigestPages.Stories(digest, pages);
        Assert.Equal(["Follow 1", "Follow 2", "Follow 3", "Follow 4", "Follow 5"], followed.Select(story => story.Label));
        Assert.Equal(
            digest.Stories.Select(story => pages.Index().First(page => Has(page.Item, story.Statements[0])).Index),
            followed.Select(story => story.Page!.Value)
        );
    }

    private static bool Has(Embed page, Statement statement) => page.Description!.Contains(statement.Text, StringComparison.Ordinal);

    private static string Link(int number) => $"[[{number}]](<http://newsbot.test/articles/{number}>)";

    /// <summary>A digest with a story for every four sentences: one that sums up, one that is new, a claim and its denial.</summary>
    private static Digest DigestOf(string[] sentences)
    {
        var stories = sentences.Length / 4;
        return new Digest
        {
            Date = ScriptedNewsroom.Day,
            Articles = 3 * stories,
            Stories = [.. Enumerable.Range(1, stories).Select(number => StoryOf(number, sentences))],
            Citations =
            [
                .. sentences
                    .Take(4 * stories)
                    .Select(
                        (sentence, place) =>
                            ScriptedNewsroom.Answer("", (sentence, "h")).Citations[0] with
                            {
                                Number = place + 1,
                                Source = SourceOf((place / 4) + 1, place % 2 == 0 ? 'a' : 'b'),
                                Link = $"http://newsbot.test/articles/{place + 1}",
                            }
                    ),
            ],
        };
    }

    private static DigestStory StoryOf(int number, string[] sentences)
    {
        var first = 4 * (number - 1);
        return new DigestStory
        {
            Headline = $"Story {number}",
            Outlets = [ScriptedNewsroom.Outlet],
            Articles = 3,
            Copies = 1,
            First = ScriptedNewsroom.Day,
            EarlierArticles = 0,
            Statements = [StatementOf(0)],
            New = [StatementOf(1)],
            Disagreements = [new DigestDisagreement(DisagreementKind.Denial, StatementOf(2), StatementOf(3))],
            Sources =
            [
                SourceOf('c', ScriptedNewsroom.Outlet, null, isCopy: true),
                SourceOf('a', ScriptedNewsroom.Outlet, ScriptedNewsroom.Day, isCopy: false),
                SourceOf('b', DigestPagesTests.SourceOf(number, 'b'), ScriptedNewsroom.Day, isCopy: false),
            ],
        };

        Statement StatementOf(int place) => new(sentences[first + place], [first + place + 1]);

        DigestSource SourceOf(char letter, string outlet, DateOnly? published, bool isCopy)
        {
            var source = DigestPagesTests.SourceOf(number, letter);
            return new DigestSource(source, outlet, "h", published, $"http://newsbot.test/articles/{source}", isCopy);
        }
    }

    private static string SourceOf(int story, char letter) => $"story-{story}-{letter}.txt";
}
