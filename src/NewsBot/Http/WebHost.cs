using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NewsBot.Access;
using NewsBot.Administration;
using NewsBot.ApiDocument;
using NewsBot.Archive;
using NewsBot.Arriving;
using NewsBot.Chat;
using NewsBot.Composition;
using NewsBot.Connections;
using NewsBot.Delivering;
using NewsBot.Discord;
using NewsBot.Mcp;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Pages;
using NewsBot.Requests;
using NewsBot.Retention;
using NewsBot.Settings;
using NewsBot.SignIn;
using NewsBot.Teams;
using NewsBot.Telemetry;

namespace NewsBot.Http;

/// <summary>Builds the host: pages, API and health checks over one open archive.</summary>
internal static class WebHost
{
    /// <summary>
    /// Specifies the longest request line: that of a page may contain the questions of a whole conversation, at nine bytes a character.
    /// </summary>
    private const int MaxRequestLineBytes = 64 * 1024;

    private const string LogTime = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Returns the host's services; a verb or a test may add to them before it builds the host with <see cref="Build"/>.</summary>
    /// <param name="settings">Valid settings.</param>
    /// <param name="archive">Open; neither opened nor closed by the host.</param>
    public static WebApplicationBuilder CreateBuilder(NewsBotSettings settings, ArticleArchive archive)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // The framework's own sources (files next to the program, ASPNETCORE_ variables) are not among the documented ones.
        ((IConfigurationBuilder)builder.Configuration).Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        ConfigureLogging(builder.Logging, settings);
        ConfigureServer(builder.WebHost, settings);
        builder
            .Services.AddNewsroom(settings, archive)
            .AddState(settings)
            .AddSpending()
            .AddConversations()
            .AddSubscriptions(settings)
            .AddDesks(settings)
            .AddAudit(settings)
            .AddRetention(settings);
        builder.Services.AddSingleton(services => new ArticleLinks(() => PublicUrl(settings, services.GetRequiredService<IServer>())));
        if (settings.Answers.ReadingModel)
            builder.Services.AddHostedService<ReadingModelStart>();
        builder.Services.AddSingleton<DataDirectory>();
        builder.Services.AddSingleton<FeedTimes>();
        builder.Services.AddPages(settings);
        builder.Services.AddAdministration();
        builder.Services.AddTeams(
            settings.Teams.ToOptions(settings.DataDirectory) with
            {
                KeepFinished = settings.Retention.FinishedMessages,
            }
        );
        builder.Services.AddDiscord(settings);
        builder.Services.AddNewsroomMcp();
        builder.Services.AddHostedService<IndexService>();
        if (settings.Store.Provider == StoreProvider.Postgres)
        {
            builder.Services.AddHostedService<DeskRefresh>();
            builder.Services.AddHostedService(services =>
            {
                // Limits join as they are made, and the first exchange is for all of them.
                services.GetRequiredService<CallLimiter>();
                services.GetRequiredService<NewsroomKernel>();
                return ActivatorUtilities.CreateInstance<SpendingExchange>(services);
            });
        }

        builder.Services.AddSingleton<HostProblems>();
        builder.Services.AddArriving(settings.Ingest);
        builder.Services.AddTelemetry(settings.Telemetry);
        builder.Services.AddAccess(settings);
        builder.Services.AddApiDocument(settings);
        return builder;
    }

    /// <summary>Builds the host, ready to start.</summary>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        var settings = app.Services.GetRequiredService<NewsBotSettings>();
        app.UseTrustedProxies(settings.Access);
        app.UseSecurityHeaders();
        if (settings.PublicUrl is { AbsolutePath: not "/" } publicUrl)
            app.UsePathBase(publicUrl.AbsolutePath.TrimEnd('/'));
        app.UseMiddleware<FailureMiddleware>();
        app.UseHostGuard(settings);
        app.UseDataDirectoryGuard();
        app.UseRouting();
        app.UseAccess(settings.Access);
        app.MapApi();
        app.MapApiDocument();
        app.MapHealth();
        app.MapPages();
        app.MapAdministration();
        app.MapSignIn(settings.Access);
        app.MapNewsroomMcp();
        app.MapMetrics(settings.Telemetry);
        // Both check who calls them.
        var channels = app.MapGroup("").WithMetadata(EndpointAccess.Channel);
        channels.Describe(
            new Dictionary<string, ApiOperation>
            {
                [TeamsEndpoints.Path] = ApiOperations.Messages,
                [DiscordServices.InteractionsPath] = ApiOperations.Interactions,
            }
        );
        channels.MapTeams();
        channels.MapNewsDiscord();
        return app;
    }

    private static void ConfigureLogging(ILoggingBuilder logging, NewsBotSettings settings)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("NewsBot", LogLevel.Information);
        // Warns that the keys of sessions are not encrypted: they lie in a folder that its owner alone can read.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // A failed start is reported to its caller, in one line.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        if (settings.Logging is { } section)
            logging.AddConfiguration(section);
        if (settings.Telemetry.JsonLogs)
        {
            logging.AddJsonConsole(options =>
            {
                options.UseUtcTimestamp = true;
                options.TimestampFormat = LogTime;
            });
        }
        else
        {
            logging.AddSimpleConsole(options =>
            {
                options.SingleLine = true;
                options.UseUtcTimestamp = true;
                options.TimestampFormat = LogTime + " ";
            });
        }

        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options =>
            options.LogToStandardErrorThreshold = LogLevel.Trace
        );
    }

    private static void ConfigureServer(ConfigureWebHostBuilder host, NewsBotSettings settings)
    {
        host.UseUrls([.. settings.Urls]);
        host.UseKestrelHttpsConfiguration();
        host.ConfigureKestrel(kestrel =>
        {
            if (settings.Server is { } section)
                kestrel.Configure(section);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = JsonBody.MaxBytes;
            kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;
        });
    }

    private static Uri PublicUrl(NewsBotSettings settings, IServer server)
    {
        if (settings.PublicUrl is { } set)
            return set;
        // The bound address, not the requested one: only there does port 0 become a real port.
        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return ListeningAddress.ToBrowse(bound ?? settings.Urls[0]);
    }
}
