namespace NewsBot.Tests.Chat.Leaks;

/// <summary>Represents what somebody was shown, by which they may have learned of an article.</summary>
/// <param name="Reader">Who reads it.</param>
/// <param name="IsAfter">Whether it was asked for, or posted, after the rights had changed.</param>
/// <param name="Asked">What was asked; empty for a post that nobody asked for.</param>
/// <param name="Shown">The JSON that the channel received.</param>
internal sealed record ChatEcho(ChatReader Reader, bool IsAfter, string Asked, string Shown)
{
    /// <summary>Returns the words in it that the reader neither typed nor may see.</summary>
    public IEnumerable<string> Leaks(IEnumerable<string> words) => WordsIn(words).Except(IsAfter ? Reader.After : Reader.Before);

    /// <summary>Returns the words in it that the reader did not type.</summary>
    public IEnumerable<string> WordsIn(IEnumerable<string> words) =>
        words.Where(word => WithoutTyped(word).Contains(word, StringComparison.OrdinalIgnoreCase));

    // What was typed is repeated: “The archive has no article …”.
    private string WithoutTyped(string word) =>
        Asked.Contains(ChatSurfaces.SourceOf(word), StringComparison.Ordinal)
            ? Shown.Replace(ChatSurfaces.SourceOf(word), "", StringComparison.Ordinal)
            : Shown;
}
