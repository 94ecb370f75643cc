using System.Text;
using System.Text.Json;
using NewsBot.Archive.Parsing.Json;

namespace NewsBot.Archive.Tests.Parsing;

public sealed class JsonCharactersTests
{
    [Theory]
    [InlineData("""{"a":"\ud83d\ude00"}""", true)]
    [InlineData("""{"a":"\\ud800"}""", true)]
    [InlineData("""{"a":"\ud800"}""", false)]
    [InlineData("""{"a":["\udc00"]}""", false)]
    [InlineData("""{"\uD800":1}""", false)]
    [InlineData("{", true)]
    [InlineData("", true)]
    public void Text_IsWhole_WhenEachStringCanBeRead(string json, bool isWhole) =>
        Assert.Equal(isWhole, JsonCharacters.AreWhole(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Text_ThatIsNotUtf8_IsNotParsed() =>
        Assert.ThrowsAny<JsonException>(() => JsonCharacters.Parse(new byte[] { (byte)'"', 0xFF, (byte)'"' }));
}
