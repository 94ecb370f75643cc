using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NewsBot.Archive;
using NewsBot.Chat;
using NewsBot.Composition;
using NewsBot.Delivering;
using NewsBot.Discord;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Conversations;
using NewsBot.Newsroom.Models;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Newsroom.State;
using NewsBot.Pages;
using NewsBot.Requests;
using NewsBot.Semantics;
using NewsBot.Settings;
using NewsBot.Teams;

namespace NewsBot.Http;

/// <summary>Builds the host: pages, API and health over one open archive.</summary>
internal static class WebHost
{
    /// <summary>A page's request line may hold questions of a whole conversation, nine bytes a character.</summary>
    private const int MaxRequestLineBytes = 64 * 1024;

    /// <summary>The host, ready to start. It neither opens nor closes the archive.</summary>
    /// <param name="settings">Valid settings.</param>
    /// <param name="archive">Open.</param>
    /// <param name="adjust">For tests: changes services, such as the server, before the host is built.</param>
    public static WebApplication Build(NewsBotSettings settings, ArticleArchive archive, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // What the framework would read by itself (files beside the program, ASPNETCORE_ variables) is not among the documented sources.
        ((IConfigurationBuilder)builder.Configuration).Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        ConfigureLogging(builder.Logging, settings);
        ConfigureServer(builder.WebHost, settings);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(archive);
        builder.Services.AddSingleton(services => new ArticleLinks(() => PublicUrl(settings, services.GetRequiredService<IServer>())));
        builder.Services.AddState(settings);
        builder.Services.AddSingleton(ConversationMemory.Schema);
        builder.Services.AddSingleton(services => new ConversationMemory(services.GetRequiredService<StateDatabase>(), TimeProvider.System));
        builder.Services.AddSingleton(_ => settings.Answers.ToLoader());
        if (settings.Answers.ReadingModel) builder.Services.AddHostedService<ReadingModelStart>();
        builder.Services.AddNewsroomKernel(services => new NewsroomKernel(
            archive,
            services.GetRequiredService<ArticleLinks>(),
            TimeProvider.System,
            settings.Answers.ToOptions(services.GetRequiredService<ReadingModelLoader>(), services.GetRequiredService<ConversationMemory>()),
            settings.Model.ToNewsroom(services.GetRequiredService<ILogger<ModelNewsroom>>())));
        builder.Services.AddDigests(settings, archive);
        builder.Services.AddPages(settings);
        builder.Services.AddTeams(settings.Teams.ToOptions(settings.DataDirectory));
        builder.Services.AddDiscord(settings);
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseSecurityHeaders();
        if (settings.PublicUrl is { AbsolutePath: not "/" } publicUrl) app.UsePathBase(publicUrl.AbsolutePath.TrimEnd('/'));
        app.UseMiddleware<FailureMiddleware>();
        app.UseHostGuard(settings);
        app.UseRouting();
        app.MapApi();
        app.MapTeams();
        app.MapHealth();
        app.MapPages();
        app.MapNewsDiscord();
        return app;
    }

    private static void ConfigureLogging(ILoggingBuilder logging, NewsBotSettings settings)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("NewsBot", LogLevel.Information);
        // That the host does not start is told to the one who started it, in one line.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        if (settings.Logging is { } section) logging.AddConfiguration(section);
        logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
        });
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void ConfigureServer(ConfigureWebHostBuilder host, NewsBotSettings settings)
    {
        host.UseUrls([.. settings.Urls]);
        host.UseKestrelHttpsConfiguration();
        host.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = AskRequest.MaxBodyBytes;
            kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;
        });
    }

    private static Uri PublicUrl(NewsBotSettings settings, IServer server)
    {
        if (settings.PublicUrl is { } set) return set;
        // The bound address, not the asked-for one: port 0 becomes a real port only there.
        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return ListeningAddress.ToBrowse(bound ?? settings.Urls[0]);
    }
}
