namespace NewsBot.Newsroom.Stories;

/// <summary>Represents a story that later articles may still belong to.</summary>
internal sealed class OpenStory
{
    /// <summary>Yesterday's report says about as much of what is to come as two reports from eight days ago.</summary>
    private const double HalfLifeDays = 7;

    /// <summary>Gets the number of the story, unique in its book, in the order in which stories began.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the texts of the story.</summary>
    public List<StoryText> Texts { get; } = [];

    /// <summary>Gets the day of the last report; null when no article has a day.</summary>
    public DateOnly? Last => Texts.Max(text => text.Article.Day);

    /// <summary>Returns the freshness of the story: 1 on the day of the last report, then falling towards 0.</summary>
    public double Freshness(DateOnly? today) => Decay(Last, today);

    /// <summary>Returns how much a text counts relative to newer ones, from 1 on its own day towards 0.</summary>
    public static double WeightOf(StoryText text, DateOnly? today) => Decay(text.Article.Day, today);

    private static double Decay(DateOnly? day, DateOnly? today) =>
        day is { } then && today is { } now ? Math.Pow(0.5, Math.Max(0, now.DayNumber - then.DayNumber) / HalfLifeDays) : 1;
}
