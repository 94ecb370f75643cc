using Microsoft.Extensions.DependencyInjection;

namespace NewsBot.Teams.Tests.Support;

/// <summary>The transport under test: NewsBot's own. The tests of a bridge put another in this file's place.</summary>
internal static class Transport
{
    public static void AddTo(IServiceCollection services)
    {
        // AddTeams brings it.
    }
}
