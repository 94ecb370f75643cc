using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace NewsBot.TestSupport;

/// <summary>
/// Represents a PostgreSQL server in a temporary folder that ends with this process, however that ends. It listens on a socket in the
/// folder only, and keeps what is committed through a restart but not through a power failure. Thread-safe.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>Specifies a role whose password is <see cref="Password"/>; other roles need none.</summary>
    public const string LockedUser = "locked";

    /// <summary>Specifies the password of <see cref="LockedUser"/>.</summary>
    public const string Password = "correct horse";

    private const string Script = """
        trap '' INT TERM
        say() { cat "$DIR/log" 2>/dev/null; echo "failed: $1"; exit 1; }
        trap '$AS "$BIN/pg_ctl" -D "$DIR/data" -m immediate stop >/dev/null 2>&1; rm -rf "$DIR"' EXIT
        [ -z "$AS" ] || chown -R "$OWNER" "$DIR" || say chown
        cd "$DIR"
        $AS "$BIN/initdb" -D "$DIR/data" -U newsbot --auth=trust -E UTF8 --locale=C --no-sync >"$DIR/log" 2>&1 || say initdb
        sed -i '1i local all locked scram-sha-256' "$DIR/data/pg_hba.conf"
        printf "listen_addresses = ''\nunix_socket_directories = '%s'\nfsync = off\nmax_connections = 300\n" "$DIR" >>"$DIR/data/postgresql.conf"
        start() { $AS "$BIN/pg_ctl" -D "$DIR/data" -l "$DIR/server.log" -w start >"$DIR/log" 2>&1 </dev/null; }
        start || { cat "$DIR/server.log"; say start; }
        echo ready
        while read -r line; do
          case "$line" in
            stop) $AS "$BIN/pg_ctl" -D "$DIR/data" -m fast -w stop >"$DIR/log" 2>&1 || say stop ;;
            start) start || say start ;;
          esac
          echo ready
        done
        """;

    private static readonly Lazy<Task<PostgresServer>> One = new(StartAsync);
    private static int databases;

    private readonly Process process;
    private readonly string folder;
    private readonly string programs;
    private readonly SemaphoreSlim turn = new(1, 1);

    private PostgresServer(Process process, string folder, string programs) =>
        (this.process, this.folder, this.programs) = (process, folder, programs);

    /// <summary>Gets the path of the socket that it listens on.</summary>
    public string Socket => Path.Combine(folder, ".s.PGSQL.5432");

    /// <summary>Returns the server that the tests of this process share.</summary>
    public static Task<PostgresServer> SharedAsync() => One.Value;

    /// <summary>Starts a server. Where PostgreSQL is not installed the test is skipped, or fails in continuous integration.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        if (ProgramsFolder() is not { } programs)
        {
            const string Reason = "PostgreSQL 15 or newer is not installed (Debian: apt-get install postgresql).";
            if (Environment.GetEnvironmentVariable("CI") == "true")
                Assert.Fail(Reason);
            Assert.Skip(Reason);
            throw new UnreachableException();
        }

        var folder = Directory.CreateTempSubdirectory("newsbot-pg-").FullName;
        // The server refuses to run as root.
        var isRoot = Environment.UserName == "root";
        var owner = File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal))
            ? "postgres"
            : "nobody";
        var start = new ProcessStartInfo("sh", ["-c", Script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["DIR"] = folder;
        start.Environment["BIN"] = programs;
        start.Environment["OWNER"] = owner;
        start.Environment["AS"] = isRoot ? $"setpriv --reuid={owner} --regid={(owner == "nobody" ? "nogroup" : owner)} --clear-groups" : "";
        start.Environment["LC_ALL"] = "C";
        var server = new PostgresServer(Process.Start(start)!, folder, programs);
        await server.ReadyAsync();
        await server.RunAsync("psql", "-qc", $"CREATE ROLE {LockedUser} LOGIN PASSWORD '{Password}'", "postgres");
        return server;
    }

    /// <summary>Creates an empty database and returns its connection string.</summary>
    /// <param name="options">Further options of <c>CREATE DATABASE</c>.</param>
    public async Task<string> CreateDatabaseAsync(string options = "")
    {
        var name = $"test{Interlocked.Increment(ref databases).ToString(CultureInfo.InvariantCulture)}";
        await RunAsync("psql", "-qc", $"CREATE DATABASE {name} {options}", "postgres");
        return ConnectionString(name);
    }

    /// <summary>Returns the connection string of a database, which need not exist.</summary>
    public string ConnectionString(string database, string user = "newsbot") => $"Host={folder};Database={database};Username={user}";

    /// <summary>Runs statements in a database, each of which must succeed.</summary>
    public Task SqlAsync(string database, string sql) => RunAsync("psql", "-v", "ON_ERROR_STOP=1", "-qc", sql, database);

    /// <summary>Stops the server; connections break.</summary>
    public Task StopAsync() => OrderAsync("stop");

    /// <summary>Starts the server again.</summary>
    public Task RestartAsync() => OrderAsync("start");

    /// <summary>Runs a program of PostgreSQL as the owner of all databases; returns what it printed.</summary>
    public async Task<string> RunAsync(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(programs, program), ["-h", folder, "-U", "newsbot", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var running = Process.Start(start)!;
        var errors = running.StandardError.ReadToEndAsync();
        var output = await running.StandardOutput.ReadToEndAsync();
        await running.WaitForExitAsync();
        Assert.True(running.ExitCode == 0, $"{program}: {await errors}");
        return output;
    }

    /// <summary>Stops the server and deletes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        turn.Dispose();
    }

    private async Task OrderAsync(string order)
    {
        await turn.WaitAsync();
        try
        {
            await process.StandardInput.WriteLineAsync(order);
            await process.StandardInput.FlushAsync();
            await ReadyAsync();
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task ReadyAsync()
    {
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == "ready")
                return;
            said.Add(line);
        }

        Assert.Fail($"PostgreSQL did not start: {string.Join(" / ", said)}");
    }

    private static string? ProgramsFolder()
    {
        var ofDebian = Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Select(folder => (Folder: folder, Version: int.TryParse(Path.GetFileName(folder), out var version) ? version : 0))
                .Where(installed => installed.Version >= 15)
                .OrderByDescending(installed => installed.Version)
                .Select(installed => Path.Combine(installed.Folder, "bin"))
            : [];
        var ofPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return ofDebian.Concat(ofPath).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
    }
}
