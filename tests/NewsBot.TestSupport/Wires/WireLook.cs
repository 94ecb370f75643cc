namespace NewsBot.TestSupport.Wires;

/// <summary>Represents one view of a channel, such as an answer or a digest.</summary>
/// <param name="Name">The name in failure messages.</param>
/// <param name="ShowAsync">Requests it, and returns everything that the reader sees.</param>
/// <param name="MustShow">Whether it has to contain the version that counts.</param>
/// <param name="IsPost">Whether it stays with the readers, so that it has to be taken back.</param>
public sealed record WireLook(string Name, Func<Task<string>> ShowAsync, bool MustShow = true, bool IsPost = false);
