using NewsBot.Newsroom.Dialogue;

namespace NewsBot.Newsroom.Tests.Dialogue;

public sealed class AddresseesTests
{
    private static readonly (string Mention, string Name)[] People = [("<bot>", ""), ("<bob>", "Bob Lee"), ("<ana>", "Ana Lima")];

    [Theory]
    [InlineData("where was Putin? cc <bob>", "where was Putin?")]
    [InlineData("where was Putin, cc: <bob>, <ana>", "where was Putin")]
    [InlineData("where was Putin (fyi <bob> and <ana>)?", "where was Putin?")]
    [InlineData("where was Putin? <bob> <ana>", "where was Putin?")]
    [InlineData("where was Putin\n<bob>", "where was Putin")]
    [InlineData("where was Putin, <bob>?", "where was Putin?")]
    [InlineData("<bot> where was Putin?", "where was Putin?")]
    [InlineData("<bot> <bob> where was Putin?", "where was Putin?")]
    [InlineData("<bob>, <bot>: digest yesterday", "digest yesterday")]
    [InlineData("cc <bob>: digest", "digest")]
    [InlineData("is this true, <bot>?", "is this true?")]
    [InlineData("<bot>", "")]
    public void People_WhoAreOnlyAddressed_AreNoPartOfTheMessage(string message, string expected) =>
        Assert.Equal(expected, Addressees.Remove(message, People).Trim());

    [Theory]
    [InlineData("did <ana> write this?", "did Ana Lima write this?")]
    [InlineData("what is known about <ana>?", "what is known about Ana Lima?")]
    [InlineData("<bob> said what?", "Bob Lee said what?")]
    [InlineData("what did <bob> say about <ana>", "what did Bob Lee say about Ana Lima")]
    [InlineData("who said <bot> is wrong?", "who said   is wrong?")]
    [InlineData("where was Putin?", "where was Putin?")]
    [InlineData("", "")]
    public void People_WhomAMessageIsAbout_KeepTheirNames(string message, string expected) =>
        Assert.Equal(expected, Addressees.Remove(message, People));

    [Fact]
    public void Mentions_OfWhatOthersLeave_DoNotMultiply()
    {
        (string, string)[] people = [.. Enumerable.Range(0, 40).Select(number => ($"{number % 10}", $"{new string('9', 5000)}"))];

        var rest = Addressees.Remove(string.Concat(Enumerable.Repeat("0123456789", 400)), people);

        Assert.InRange(rest.Length, 4000, 4000 * 100);
    }

    [Fact]
    public void Message_WithTheSignsThatStandForPeople_HasNobodyInIt() =>
        Assert.Equal("who is  0 ?", Addressees.Remove("who is \uE0000\uE001?", People));

    /// <summary>A pattern that tried every way to divide such a text would run into its time limit, and fail.</summary>
    [Theory]
    [InlineData("<bob> ", 3_000)]
    [InlineData("<bob>, ", 3_000)]
    [InlineData("<bob>, ", 30_000)]
    [InlineData("cc ", 1_900)]
    [InlineData(", ", 1_900)]
    public void Message_OfManyMentions_IsRead(string piece, int length) =>
        Assert.NotNull(Addressees.Remove(string.Concat(Enumerable.Repeat(piece, length / piece.Length)) + "x", People));
}
