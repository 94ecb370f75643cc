using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Stories;

namespace NewsBot.Newsroom.Digests;

/// <summary>Represents the words of a topic. Immutable.</summary>
internal sealed class TopicWords(string topic)
{
    private readonly string[] stems = [.. AnnotatedText.Read(topic).Words.Where(word => !word.IsStop).Select(word => word.Stem)];

    /// <summary>Determines whether an article contains all these words, in any form.</summary>
    public bool AreIn(Article article) => AreIn(StoryFile.TextOf(article));

    /// <summary>Determines whether a text contains all these words, in any form.</summary>
    public bool AreIn(string text)
    {
        var words = AnnotatedText.Read(text).Words.Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        return stems.All(words.Contains);
    }
}
