using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NewsBot.Archive.Passages;
using NewsBot.Archive.Splitting;

namespace NewsBot.Archive.Tests.Splitting;

public sealed class SplittingProperties
{
    private static readonly string[] Pieces =
    [
        ".",
        "!",
        "?",
        "…",
        "...",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u00a0",
        "\u2028",
        "\u200b",
        "“",
        "”",
        "\"",
        "'",
        "’",
        "(",
        ")",
        "[",
        "]",
        "—",
        "-",
        "Mr",
        "U.S.",
        "a.m.",
        "No.",
        "Sept.",
        "J.",
        "The",
        "He",
        "said",
        "the",
        "x",
        "I",
        "10",
        "3.5",
        "$",
        "@ANI",
        "(@ANI) May 3, 2023",
        "pic.twitter.com/x",
        "http://a.b/c",
        "•",
        "1.",
        "⚡️",
        "👩‍👩‍👧‍👦",
        "e\u0301",
        "\u0301",
        "。",
        "今",
        "ا",
        "\ud83d",
        "\udc00",
        "\0",
        "Kremlin",
        "drones",
        "Yahoo!",
        new('y', 1000),
        string.Concat(Enumerable.Repeat("word ", 300)),
    ];

    private static readonly Arbitrary<string> Texts = Gen.OneOf(
            Gen.Elements(Pieces).ArrayOf().Select(string.Concat),
            Gen.Elements(Pieces).ArrayOf().Select(pieces => string.Join(' ', pieces)),
            Gen.Choose(0, char.MaxValue).Select(c => (char)c).ArrayOf().Select(chars => new string(chars)),
            Gen.Choose(1, 0x10FFFF).Where(Rune.IsValid).Select(c => new Rune(c).ToString()).ArrayOf().Select(string.Concat)
        )
        .ToArbitrary();

    [Fact]
    public void EveryCharacterOfInk_IsInOnePassageAndOneSentence_InOrder() =>
        Check(text =>
        {
            var passages = ArticleSplitter.Split(text);
            var sentences = passages.SelectMany(passage => passage.Sentences).ToArray();

            return Covers(text, [.. passages.Select(passage => passage.Range)])
                && Covers(text, sentences)
                && passages.All(passage =>
                    passage.Sentences[0].Start == passage.Range.Start && passage.Sentences[^1].End == passage.Range.End
                );
        });

    [Fact]
    public void Sentences_OfAnyText_CoverIt() => Check(text => Covers(text, SentenceSplitter.Split(text)));

    [Fact]
    public void Passages_AreNeverLongerThanTheLimit() =>
        Check(text => ArticleSplitter.Split(text).All(passage => passage.Range.Length <= Passage.MaxChars));

    [Fact]
    public void Splitting_NeverPartsASurrogatePair() =>
        Check(text =>
            ArticleSplitter
                .Split(text)
                .SelectMany(passage => passage.Sentences)
                .All(sentence =>
                    sentence.Start == 0 || !(char.IsHighSurrogate(text[sentence.Start - 1]) && char.IsLowSurrogate(text[sentence.Start]))
                )
        );

    [Fact]
    public void Splitting_IsDeterministic() =>
        Check(text =>
        {
            var first = ArticleSplitter.Split(text);
            var second = ArticleSplitter.Split(new string(text));

            return first.Select(passage => passage.Range).SequenceEqual(second.Select(passage => passage.Range))
                && first.SelectMany(passage => passage.Sentences).SequenceEqual(second.SelectMany(passage => passage.Sentences));
        });

    private static void Check(Func<string, bool> property) =>
        FsCheck.Fluent.Prop.ForAll(Texts, property).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(120));

    private static bool Covers(string text, IReadOnlyList<TextRange> ranges)
    {
        var at = 0;
        foreach (var range in ranges)
        {
            var isTrimmed = range.Length > 0 && !char.IsWhiteSpace(text[range.Start]) && !char.IsWhiteSpace(text[range.End - 1]);
            if (range.Start < at || !isTrimmed || !string.IsNullOrWhiteSpace(text[at..range.Start]))
                return false;
            at = range.End;
        }

        return string.IsNullOrWhiteSpace(text[at..]);
    }
}
