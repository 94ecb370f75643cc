namespace NewsBot.Newsroom.Tests.Subscriptions;

/// <summary>The host is gone from here on: like a cancellation it ends everything, and nobody takes it for a failure of one post.</summary>
internal sealed class SimulatedCrash : OperationCanceledException;
