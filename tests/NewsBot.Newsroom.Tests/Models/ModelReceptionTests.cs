using Microsoft.Extensions.AI;
using NewsBot.Newsroom.Models;

namespace NewsBot.Newsroom.Tests.Models;

public sealed class ModelReceptionTests
{
    [Fact]
    public void EmptyFirstPiece_IsNotSpeech()
    {
        var reception = new ModelReception();

        reception.Receive(new TextContent(""));
        Assert.False(reception.HasSpoken);

        reception.Receive(new TextContent("{"));
        Assert.True(reception.HasSpoken);
    }
}
