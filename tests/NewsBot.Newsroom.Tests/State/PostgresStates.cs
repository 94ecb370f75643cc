using NewsBot.Newsroom.Tests.Alerts;
using NewsBot.Newsroom.Tests.Audit;
using NewsBot.Newsroom.Tests.Conversations;
using NewsBot.Newsroom.Tests.Desks;
using NewsBot.Newsroom.Tests.Feedback;
using NewsBot.Newsroom.Tests.Subscriptions;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.State;

/// <summary>The same in PostgreSQL.</summary>
public sealed class PostgresAlertDeliveryTests : AlertDeliveryTests
{
    private protected override TestState State() => TestState.InPostgres();
}

public sealed class PostgresAuditLogTests() : AuditLogTests(TestState.InPostgres());

public sealed class PostgresConversationMemoryTests() : ConversationMemoryTests(TestState.InPostgres());

public sealed class PostgresDeskCommandsTests() : DeskCommandsTests(TestState.InPostgres());

public sealed class PostgresDigestDeliveryTests() : DigestDeliveryTests(TestState.InPostgres());

public sealed class PostgresFeedbackStoreTests() : FeedbackStoreTests(TestState.InPostgres());
