namespace NewsBot.Archive.Store;

/// <summary>Specifies the kind of failure of a store.</summary>
public enum StoreFailure
{
    /// <summary>The disk or the account's space is full.</summary>
    Full,

    /// <summary>It cannot be opened or written for lack of permissions, or because its path is taken or missing.</summary>
    Unavailable,

    /// <summary>Another process kept it for too long.</summary>
    Busy,

    /// <summary>It is damaged.</summary>
    Damaged,

    /// <summary>It is something other than an archive.</summary>
    NotAnArchive,

    /// <summary>A newer version of the program wrote it.</summary>
    Newer,

    /// <summary>The disk or the network failed.</summary>
    Device,
}
