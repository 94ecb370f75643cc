using FsCheck;
using FsCheck.Fluent;
using NewsBot.Newsroom.Dialogue;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Tests.Dialogue;

public sealed class DialogueReaderProperties
{
    private static readonly string[] Pieces =
    [
        "sources",
        "source",
        "search",
        "digest",
        "timeline",
        "subscribe",
        "unsubscribe",
        "subscriptions",
        "passages",
        "alert",
        "stop",
        "list",
        "change",
        "help",
        "hello",
        "newsbot",
        "thanks",
        "bye",
        "please",
        "yesterday",
        "today",
        "last",
        "Monday",
        "May",
        "31",
        "2026-05-03",
        "2023-02-30",
        "08:00",
        "Europe/London",
        "of",
        "the",
        "for",
        "to",
        "me",
        "drone",
        "```",
        "{",
        "}",
        "/",
        ":",
        "?",
        "!",
        ",",
        "'",
        "’s",
        "\n",
        "\t",
        "\u00a0",
        "\ud83d",
        "🔥",
        "",
        "9999",
        "0",
        "#",
        "no.",
    ];

    private static readonly Gen<string> Messages = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? ""),
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(' ', pieces)),
        Gen.Elements(Pieces).ListOf().Select(string.Concat)
    );

    private static readonly Gen<DateOnly> Days = Gen.Elements(
        new DateOnly(1970, 1, 1),
        new DateOnly(2024, 2, 29),
        new DateOnly(2026, 5, 5),
        new DateOnly(2199, 12, 31)
    );

    [Fact]
    public void Read_AnyText_OnAnyDay_IsSomething_AndItsReplyHasWords()
    {
        Prop.ForAll(
                Arb.From(Messages),
                Arb.From(Days),
                (message, today) =>
                {
                    var act = DialogueReader.Read(message, today);
                    return act is DialogueAct.Question { Text.Length: > 0 } || DialogueReplies.To(act).Length > 0;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    // A pattern that tries every way to cut such a text would run into its time limit, and fail.
    [Theory]
    [InlineData("hi ")]
    [InlineData("hi, there! ")]
    [InlineData("thanks a lot ")]
    [InlineData("great thanks ")]
    [InlineData("good morning all ")]
    [InlineData("daily news ")]
    [InlineData("digest ")]
    [InlineData("sources for ")]
    [InlineData("timeline of ")]
    [InlineData("unsubscribe from the daily ")]
    [InlineData("subscribe me to news, ")]
    [InlineData("``` ")]
    [InlineData(" : ")]
    [InlineData(" \n\t ")]
    public void Read_LongestRepetition_IsRead(string piece)
    {
        var repeated = string.Concat(Enumerable.Repeat(piece, 2000 / piece.Length));
        var today = new DateOnly(2026, 5, 5);

        foreach (var begin in Pieces.Where(begin => begin.Length + 3 + repeated.Length <= 2000 + piece.Length))
        {
            var message = $"{begin} {repeated}";
            Assert.NotNull(DialogueReader.Read(message.Length > 1998 ? message[..1998] + " x" : message + " x", today));
        }
    }

    [Fact]
    public void Read_TextAboutSourcesThatEndsWithAQuestionMark_IsAQuestion()
    {
        var about = Gen.Elements("sources", "source", "Sources:", "search", "search for", "/sources");
        Prop.ForAll(
                Arb.From(about),
                Arb.From(Gen.Elements(Pieces).ListOf()),
                (begin, pieces) =>
                {
                    var message = $"{begin} {string.Join(' ', pieces).Replace("```", "", StringComparison.Ordinal)} drone?";
                    return DialogueReader.Read(message, new DateOnly(2026, 5, 5)) is DialogueAct.Question or DialogueAct.TooLong;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Read_Subscription_HasWordsThatItsCommandsUnderstand()
    {
        Prop.ForAll(
                Arb.From(Messages),
                message =>
                    DialogueReader.Read(message, new DateOnly(2026, 5, 5)) is not DialogueAct.Subscription { Words: var words }
                    || SubscriptionCommands.Understands(words)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
