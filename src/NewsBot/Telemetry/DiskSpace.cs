namespace NewsBot.Telemetry;

/// <summary>Reads how much space a disk has left.</summary>
internal static class DiskSpace
{
    /// <summary>Returns the space in bytes that the host's user may still take where a folder is; null: not known.</summary>
    public static long? FreeAt(string folder)
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
