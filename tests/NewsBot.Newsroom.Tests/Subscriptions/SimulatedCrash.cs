namespace NewsBot.Newsroom.Tests.Subscriptions;

/// <summary>The host is gone from here on.</summary>
internal sealed class SimulatedCrash : Exception;
