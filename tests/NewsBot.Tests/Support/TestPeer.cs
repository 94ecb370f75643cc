using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace NewsBot.Tests.Support;

/// <summary>
/// Gives requests in memory the address that a connection would have: this machine's, or that of the header <see cref="Header"/>.
/// </summary>
internal sealed class TestPeer : IStartupFilter
{
    public const string Header = "Test-Peer";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                (context, rest) =>
                {
                    context.Connection.RemoteIpAddress = context.Request.Headers[Header] is [{ } address]
                        ? IPAddress.Parse(address)
                        : IPAddress.Loopback;
                    return rest(context);
                }
            );
            next(app);
        };
}
