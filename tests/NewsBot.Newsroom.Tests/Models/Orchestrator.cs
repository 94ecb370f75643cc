using NewsBot.Newsroom.Models;

namespace NewsBot.Newsroom.Tests.Models;

/// <summary>What runs the conversation with the model. These tests also run with others: each brings its own file of this name.</summary>
internal static class Orchestrator
{
    public static ModelNewsroom Newsroom(ModelOptions options, TimeProvider time) => new(options, time);
}
