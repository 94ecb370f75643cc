namespace NewsBot.TestSupport.Wires;

/// <summary>One thing that a channel shows when it is asked for.</summary>
/// <param name="Name">What a failed test calls it.</param>
/// <param name="ShowAsync">Asks for it, and returns everything that the reader gets to see.</param>
/// <param name="MustShow">Whether the version that counts has to be in it.</param>
/// <param name="IsPost">Whether it stays with the readers, so that it has to be taken back.</param>
public sealed record WireLook(string Name, Func<Task<string>> ShowAsync, bool MustShow = true, bool IsPost = false);
