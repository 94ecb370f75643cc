namespace NewsBot.Newsroom.Tests.Subscriptions;

/// <summary>What becomes of a post.</summary>
internal enum Happening
{
    Arrives,
    IsAccepted,
    IsNotTaken,
    IsRefused,
    GetsLost,
    ArrivesUnnoticed,
    ArrivesWithReceiptOnly,
    CrashesFirst,
    ArrivesBeforeTheCrash,
}
