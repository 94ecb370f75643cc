using NewsBot.Settings;

namespace NewsBot.Tests.Settings;

public sealed class ListeningAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:3978", true)]
    [InlineData("https://news.example.org", true)]
    [InlineData("http://*:80", true)]
    [InlineData("http://[::1]:0", true)]
    [InlineData("http://127.0.0.1:65536", false)]
    [InlineData("http://127.0.0.1:3978/newsbot", false)]
    [InlineData("ftp://127.0.0.1", false)]
    [InlineData("127.0.0.1:3978", false)]
    [InlineData("http://", false)]
    [InlineData("http://unix:/tmp/socket", false)]
    [InlineData("http://user@host", false)]
    public void Address_IsValid_WhenAHostCanListenOnIt(string url, bool expected) => Assert.Equal(expected, ListeningAddress.IsValid(url));

    [Theory]
    [InlineData("http://127.0.0.1:3978", "http://127.0.0.1:3978/")]
    [InlineData("http://*:8080", "http://localhost:8080/")]
    [InlineData("http://0.0.0.0:80", "http://localhost/")]
    [InlineData("http://[::]:8080", "http://localhost:8080/")]
    public void WildcardAddress_IsBrowsedByTheMachinesOwnName(string url, string expected) =>
        Assert.Equal(new Uri(expected), ListeningAddress.ToBrowse(url));

    [Theory]
    [InlineData("http://127.0.0.1:3978", true)]
    [InlineData("http://localhost:3978", true)]
    [InlineData("http://[::1]:3978", true)]
    [InlineData("http://*:3978", false)]
    [InlineData("http://0.0.0.0:3978", false)]
    [InlineData("http://[::]:3978", false)]
    [InlineData("http://192.168.1.2:3978", false)]
    public void Address_IsLoopback_WhenOnlyThisMachineReachesIt(string url, bool expected) =>
        Assert.Equal(expected, ListeningAddress.IsLoopback(url));
}
