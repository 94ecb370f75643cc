namespace NewsBot.Newsroom.Stories;

/// <summary>A story that later articles may still belong to.</summary>
internal sealed class OpenStory
{
    /// <summary>Yesterday's report says about as much of what is to come as two of eight days ago.</summary>
    private const double HalfLifeDays = 7;

    /// <summary>Unique in its book, in the order in which stories began.</summary>
    public required int Number { get; init; }

    public List<StoryText> Texts { get; } = [];

    /// <summary>Day of the last report; null when no article has a day.</summary>
    public DateOnly? Last => Texts.Max(text => text.Article.Day);

    /// <summary>1 on the day of the last report, then falling.</summary>
    public double Freshness(DateOnly? today) => Decay(Last, today);

    /// <summary>How much one of the texts counts beside newer ones.</summary>
    public static double WeightOf(StoryText text, DateOnly? today) => Decay(text.Article.Day, today);

    private static double Decay(DateOnly? day, DateOnly? today) =>
        day is { } then && today is { } now ? Math.Pow(0.5, Math.Max(0, now.DayNumber - then.DayNumber) / HalfLifeDays) : 1;
}
