namespace NewsBot.Newsroom.Stories;

/// <summary>Texts of one day that are copies of one another; a text without copies is a set of its own.</summary>
/// <param name="Story">The story that has a report of an earlier day of which these are copies; null when there is none.</param>
/// <param name="Texts">At least one, in order.</param>
internal sealed record CopySets(OpenStory? Story, IReadOnlyList<StoryText> Texts)
{
    /// <summary>The sets, in order of their first text.</summary>
    /// <param name="texts">In order, each with its <see cref="StoryText.Position"/>.</param>
    public static IReadOnlyList<CopySets> Of(IReadOnlyList<StoryText> texts)
    {
        var sets = new DisjointSets(texts.Count);
        foreach (var text in texts)
        {
            foreach (var original in text.CopyOf)
            {
                if (original.Story is null) sets.Join(text.Position, original.Position);
            }
        }

        // Copies of reports of two stories go to the one that began first.
        return [.. texts.GroupBy(text => sets.Find(text.Position))
            .Select(set => new CopySets(set.SelectMany(text => text.CopyOf).Select(original => original.Story).OfType<OpenStory>().MinBy(story => story.Number), [.. set]))];
    }
}
