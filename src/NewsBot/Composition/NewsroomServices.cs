using NewsBot.Archive;
using NewsBot.Archive.Store;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Conversations;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Models;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Newsroom.Spending;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Newsroom.Timelines;
using NewsBot.Opening;
using NewsBot.Requests;
using NewsBot.Semantics;
using NewsBot.Settings;

namespace NewsBot.Composition;

/// <summary>Assembles the newsroom, in one place for the host and for every verb.</summary>
internal static class NewsroomServices
{
    /// <summary>
    /// Adds the newsroom over an open archive. It remembers conversations and manages subscriptions if <see cref="AddConversations"/> and
    /// <see cref="AddSubscriptions"/> are called, too; its links start with <see cref="NewsBotSettings.LinkBase"/> unless others are added
    /// later.
    /// </summary>
    /// <param name="services">The services of the host or of a verb.</param>
    /// <param name="settings">Valid settings.</param>
    /// <param name="archive">Open; not disposed of.</param>
    public static IServiceCollection AddNewsroom(this IServiceCollection services, NewsBotSettings settings, ArticleArchive archive) =>
        services
            .AddSingleton(settings)
            .AddSingleton(archive)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new HostReader(settings.Digests.Desks, settings.Digests.HostDesk))
            .AddSingleton(new ArticleLinks(settings.LinkBase))
            .AddSingleton(_ => settings.Answers.ToLoader())
            .AddSingleton(provider => new NewsroomKernel(
                archive,
                provider.GetRequiredService<ArticleLinks>(),
                provider.GetRequiredService<TimeProvider>(),
                settings.Answers.ToOptions(provider.GetRequiredService<ReadingModelLoader>(), provider.GetService<ConversationMemory>()),
                settings.Model.ToNewsroom(provider.GetService<ILogger<ModelNewsroom>>(), provider.GetService<SharedSpending>())
            ))
            .AddSingleton(provider => provider.GetRequiredService<NewsroomKernel>().Kernel)
            .AddSingleton(provider => new DigestWriter(
                archive,
                provider.GetRequiredService<ArticleLinks>(),
                provider.GetRequiredService<ReadingModelLoader>()
            ))
            .AddSingleton<TimelineWriter>()
            .AddSingleton<AlertSearch>()
            .AddSingleton<INewsroom>(provider => new NewsroomService(
                archive,
                provider.GetRequiredService<NewsroomKernel>(),
                provider.GetRequiredService<ArticleLinks>(),
                provider.GetRequiredService<DigestWriter>(),
                provider.GetRequiredService<TimelineWriter>(),
                provider.GetService<SubscriptionCommands>(),
                provider.GetService<AlertCommands>(),
                provider.GetService<SubscriptionStore>()
            )
            {
                Desks = settings.Digests.Desks,
                Register = provider.GetService<DeskRegister>(),
                Audit = provider.GetService<AuditLog>(),
                Managers = settings.Digests.Managers.ToHashSet(StringComparer.Ordinal),
            });

    /// <summary>
    /// Adds the state database, with the tables of every <see cref="StateSchema"/> registered as a service; it is opened when a feature
    /// first needs it.
    /// </summary>
    public static IServiceCollection AddState(this IServiceCollection services, NewsBotSettings settings) =>
        services.AddSingleton(provider => OpenState.Open(settings, provider.GetServices<StateSchema>()));

    /// <summary>Adds what counts limits and budgets over all hosts, where they share the state database.</summary>
    public static IServiceCollection AddSpending(this IServiceCollection services) =>
        services.AddSingleton(SharedSpending.Schema).AddSingleton<SharedSpending>();

    /// <summary>Adds the memory of conversations, kept in the state database.</summary>
    public static IServiceCollection AddConversations(this IServiceCollection services) =>
        services
            .AddSingleton(ConversationMemory.Schema)
            .AddSingleton(provider => new ConversationMemory(
                provider.GetRequiredService<StateDatabase>(),
                provider.GetRequiredService<TimeProvider>(),
                log: provider.GetService<ILogger<ConversationMemory>>(),
                kept: provider.GetRequiredService<NewsBotSettings>().Retention.Conversations
            ));

    /// <summary>Adds the subscriptions to digests and the alerts, kept in the state database.</summary>
    public static IServiceCollection AddSubscriptions(this IServiceCollection services, NewsBotSettings settings) =>
        services
            .AddSingleton(SubscriptionStore.Schema)
            .AddSingleton<SubscriptionStore>()
            .AddSingleton<SubscriptionCommands>()
            .AddSingleton(settings.Alerts)
            .AddSingleton(AlertStore.Schema)
            .AddSingleton<AlertStore>()
            .AddSingleton<SubscriptionList>()
            .AddSingleton<DigestCorrections>()
            .AddSingleton<DigestNews>()
            .AddSingleton<IDigestNews>(provider => provider.GetRequiredService<DigestNews>())
            .AddSingleton<AlertCommands>();

    /// <summary>Adds the commands that put conversations and people on desks, kept in the state database.</summary>
    public static IServiceCollection AddDesks(this IServiceCollection services, NewsBotSettings settings) =>
        services
            .AddSingleton(DeskRegister.Schema)
            .AddSingleton(provider => new DeskRegister(settings.Digests.Desks, provider.GetRequiredService<StateDatabase>()));

    /// <summary>Adds the audit log, kept in the state database.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services, NewsBotSettings settings) =>
        services
            .AddSingleton(AuditTable.Schema)
            .AddSingleton(provider => new AuditLog(
                provider.GetRequiredService<StateDatabase>(),
                settings.Audit,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetService<ILogger<AuditLog>>()
            ));

    /// <summary>Builds the newsroom of a verb that answers and ends; dispose of it before the archive.</summary>
    /// <param name="archive">Open.</param>
    /// <param name="settings">Valid settings.</param>
    /// <param name="notes">
    /// Receives a note when the state database is damaged and so left alone; null: the verb remembers no conversations, and records nothing
    /// in the audit log by itself.
    /// </param>
    /// <param name="reads">Whether the verb needs the reading model, so that loading begins at once.</param>
    public static ServiceProvider BuildNewsroom(
        this ArticleArchive archive,
        NewsBotSettings settings,
        TextWriter? notes = null,
        bool reads = true
    )
    {
        var services = new ServiceCollection().AddNewsroom(settings, archive);
        if (notes is not null)
            services
                .AddSingleton(provider => OpenOrForget(settings, [.. provider.GetServices<StateSchema>()], notes))
                .AddConversations()
                .AddAudit(settings);
        var newsroom = services.BuildServiceProvider();

        // Started now and awaited by its users: passages are found meanwhile. A fault is a result, not an exception.
        if (reads)
            _ = newsroom.GetRequiredService<ReadingModelLoader>().LoadAsync(CancellationToken.None);
        return newsroom;
    }

    // These verbs keep nothing there but conversations, which are soon forgotten anyway, and entries of the audit log, which never keeps
    // anyone from an answer.
    private static StateDatabase OpenOrForget(NewsBotSettings settings, StateSchema[] schemas, TextWriter notes)
    {
        try
        {
            return OpenState.Open(settings, schemas);
        }
        catch (StoreException failure) when (failure.Failure == StoreFailure.Damaged)
        {
            notes.WriteLine(
                $"Conversations are remembered until the end of this run only, and what is asked is not in the audit log: {failure.Message}"
            );
            return StateDatabase.Open(null, schemas);
        }
    }
}
