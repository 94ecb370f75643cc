using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace NewsBot.Archive.Parsing;

/// <summary>Detects whether another program is still writing to a file.</summary>
internal static partial class OpenForWriting
{
    // fcntl(2) and signal(7) of Linux.
    private const int SetSignal = 10;

    private const int SetLease = 1024;

    private const int ReadLease = 0;

    private const int NoLease = 2;

    // EAGAIN.
    private const int TryAgain = 11;

    // SIGURG, which is ignored unless the program handles it.
    private const int Urgent = 23;

    /// <summary>
    /// Determines whether the file is open for writing, as far as the system shows it: on Linux for files of this user, on Windows for
    /// all. False: it is not, or that is unknown.
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
            // Locked, or not shared with readers.
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    // A file can be leased for reading only while no program has it open for writing.
    private static bool HasWriter(SafeFileHandle file)
    {
        // A program that opens the file for writing within the next microsecond breaks the lease. The default signal for this would end
        // the process; SIGURG is ignored.
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
