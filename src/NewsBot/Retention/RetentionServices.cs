using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Conversations;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.State;
using NewsBot.Settings;

namespace NewsBot.Retention;

/// <summary>Adds the deletion of what has been kept long enough.</summary>
internal static class RetentionServices
{
    /// <summary>Adds the service, and the rules for what all channels keep; Teams and Discord add their own.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services, NewsBotSettings settings) =>
        services
            .AddSingleton(provider => new RetentionRule(
                "conversations",
                (_, cancellationToken) => provider.GetRequiredService<ConversationMemory>().ForgetAsync(cancellationToken)
            ))
            .AddSingleton(provider => new RetentionRule(
                "feedback",
                (now, cancellationToken) =>
                    provider.GetRequiredService<FeedbackStore>().PurgeAsync(now - settings.Retention.Feedback, cancellationToken)
            ))
            .AddSingleton(provider => new RetentionRule(
                "audit log",
                (now, cancellationToken) =>
                    provider
                        .GetRequiredService<StateDatabase>()
                        .WriteAsync(db => AuditTable.Purge(db, now - TimeSpan.FromDays(settings.Audit.Days)), cancellationToken)
            ))
            .AddHostedService<RetentionService>();
}
