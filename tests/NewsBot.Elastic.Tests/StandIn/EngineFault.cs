namespace NewsBot.Elastic.Tests.StandIn;

/// <summary>What goes wrong with a request.</summary>
internal enum EngineFault
{
    /// <summary>429 before anything is done.</summary>
    TooBusy,

    /// <summary>503 before anything is done.</summary>
    Unavailable,

    /// <summary>The connection ends after half of a bulk was taken, or after the whole of another request was done.</summary>
    Dropped,

    /// <summary>Half of a bulk is refused with 429.</summary>
    HalfTooBusy,

    /// <summary>Half of a bulk is refused with 400.</summary>
    HalfRefused,

    /// <summary>Some shards did not answer.</summary>
    ShardsFailed,

    /// <summary>The engine ran out of time.</summary>
    TimedOut,

    /// <summary>409: somebody else was faster.</summary>
    Conflict,

    /// <summary>200, but another product's answer.</summary>
    OtherProduct,

    /// <summary>401.</summary>
    Unauthorized,
}
