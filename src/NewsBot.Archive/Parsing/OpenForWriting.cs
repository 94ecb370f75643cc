using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace NewsBot.Archive.Parsing;

/// <summary>Tells whether another program still writes to a file.</summary>
internal static partial class OpenForWriting
{
    // fcntl(2) and signal(7) of Linux.
    private const int SetSignal = 10;

    private const int SetLease = 1024;

    private const int ReadLease = 0;

    private const int NoLease = 2;

    // EAGAIN.
    private const int TryAgain = 11;

    // SIGURG, which is ignored unless somebody asks for it.
    private const int Urgent = 23;

    /// <summary>
    /// Whether it is open for writing, as far as the system tells: Linux for files of this user, Windows for all. False: it is not, or
    /// nobody knows.
    /// </summary>
    public static bool Is(string path)
    {
        try
        {
            var share = OperatingSystem.IsWindows() ? FileShare.Read : FileShare.ReadWrite | FileShare.Delete;
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, share, 1);
            return OperatingSystem.IsLinux() && HasWriter(file.SafeFileHandle);
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            // Locked, or shared with no reader.
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    // A file can be leased for reading only while nobody has it open for writing.
    private static bool HasWriter(SafeFileHandle file)
    {
        // Who opens it for writing within the next microsecond breaks the lease, and the signal that says so would end the process; this
        // one is ignored.
        if (Control(file, SetSignal, Urgent) != 0)
            return false;
        if (Control(file, SetLease, ReadLease) != 0)
            return Marshal.GetLastPInvokeError() == TryAgain;
        _ = Control(file, SetLease, NoLease);
        return false;
    }

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Control(SafeFileHandle file, int command, int value);
}
