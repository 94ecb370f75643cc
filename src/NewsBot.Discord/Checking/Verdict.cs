namespace NewsBot.Discord.Checking;

/// <summary>What the archive says of a sentence.</summary>
internal enum Verdict
{
    /// <summary>No sentence of the archive is about the same thing.</summary>
    NotFound,

    /// <summary>A sentence of the archive says it.</summary>
    Supported,

    /// <summary>A sentence of the archive is about the same thing and differs in a number, or in a "not".</summary>
    Contradicted,
}
