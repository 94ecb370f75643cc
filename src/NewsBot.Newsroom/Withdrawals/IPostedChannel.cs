namespace NewsBot.Newsroom.Withdrawals;

/// <summary>A channel whose posts can be taken back. Implementations are thread-safe, and never throw for what networks and services do wrong.</summary>
public interface IPostedChannel
{
    /// <summary>Gets its name, as <see cref="CitedPost.Channel"/> has it.</summary>
    string Name { get; }

    /// <summary>Puts a notice in the place of a post or, where that is impossible, answers it with the notice.</summary>
    /// <returns>Whether there is nothing left to do; false: it may succeed later.</returns>
    Task<bool> TakeBackAsync(CitedPost post, string notice, CancellationToken cancellationToken);
}
