using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NewsBot.Discord.Gateway;

namespace NewsBot.Discord.Tests.Gateway;

public sealed class ZlibStreamReaderTests
{
    [Fact]
    public void Messages_InFramesOfAnySize_ComeOutAsTheyWentIn()
    {
        Prop.ForAll<NonEmptyArray<NonEmptyString>, PositiveInt>(
                (messages, size) =>
                {
                    var texts = messages.Get.Select(message => message.Get).ToList();

                    Assert.Equal(texts, RoundTrip(texts, size.Get));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Message_OfAMegabyte_ComesOutWhole()
    {
        var text = string.Concat(Enumerable.Range(0, 150_000).Select(number => $"{number} "));

        Assert.Equal([text, "after"], RoundTrip([text, "after"], 1000));
    }

    [Fact]
    public void Frame_ThatIsNotZlib_IsRefused()
    {
        using var reader = new ZlibStreamReader();

        Assert.Throws<InvalidDataException>(() => reader.Read([1, 2, 3, 4, 0, 0, 0xFF, 0xFF]));
    }

    private static List<string> RoundTrip(IEnumerable<string> texts, int frameSize)
    {
        using var packed = new MemoryStream();
        using var pack = new ZLibStream(packed, CompressionLevel.Fastest);
        using var reader = new ZlibStreamReader();
        var read = new List<string>();
        foreach (var text in texts)
        {
            packed.SetLength(0);
            pack.Write(Encoding.UTF8.GetBytes(text));
            pack.Flush();
            foreach (var frame in packed.ToArray().Chunk(frameSize))
            {
                if (reader.Read(frame) is { } message)
                    read.Add(Encoding.UTF8.GetString(message));
            }
        }

        return read;
    }
}
