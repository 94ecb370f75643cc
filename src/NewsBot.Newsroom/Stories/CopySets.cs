namespace NewsBot.Newsroom.Stories;

/// <summary>Represents texts of one day that are copies of one another; a text without copies is a set by itself.</summary>
/// <param name="Story">The story with the earlier report that these texts copy; null when there is none.</param>
/// <param name="Texts">The texts, in order; at least one.</param>
internal sealed record CopySets(OpenStory? Story, IReadOnlyList<StoryText> Texts)
{
    /// <summary>Returns the sets, in order of their first text.</summary>
    /// <param name="texts">The texts in order, each with its <see cref="StoryText.Position"/>.</param>
    public static IReadOnlyList<CopySets> Of(IReadOnlyList<StoryText> texts)
    {
        var sets = new DisjointSets(texts.Count);
        foreach (var text in texts)
        {
            foreach (var original in text.CopyOf)
            {
                if (original.Story is null)
                    sets.Join(text.Position, original.Position);
            }
        }

        // Copies of reports in two stories go to the story that began first.
        return
        [
            .. texts
                .GroupBy(text => sets.Find(text.Position))
                .Select(set => new CopySets(
                    set.SelectMany(text => text.CopyOf).Select(original => original.Story).OfType<OpenStory>().MinBy(story => story.Number),
                    [.. set]
                )),
        ];
    }
}
