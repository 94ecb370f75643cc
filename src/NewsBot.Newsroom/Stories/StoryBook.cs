namespace NewsBot.Newsroom.Stories;

/// <summary>
/// Groups articles by the event that they report, as they come in. Within a day the order of articles does not matter;
/// what earlier days grouped stays together. Not thread-safe.
/// </summary>
/// <remarks>
/// Each article is compared with those of its day and of the stories whose last report is at most <see cref="OpenDays"/> days old: TF–IDF
/// cosines of words, names, numbers, lead and pairs of words, weighted by <see cref="MergeModel"/>, then average linkage.
/// </remarks>
public sealed class StoryBook
{
    /// <summary>Specifies the number of days without a report after which a story is over.</summary>
    public const int OpenDays = 14;

    /// <summary>
    /// With this many earlier articles, their words alone weight those of a new one; with fewer, the day's own articles count too.
    /// </summary>
    private const int EnoughArticles = 200;

    private const int ReadAhead = 256;

    /// <summary>Over days the words drift, and there are many more unrelated texts.</summary>
    private const double LeastCosineAcrossDays = 0.1;

    private readonly MergeModel model;
    private readonly TermStatistics statistics = new();
    private readonly OpenTexts open = new();
    private readonly List<OpenStory> openStories = [];
    private readonly List<StoryText> day = [];
    private readonly Action<StoryGroup> onClosed;
    private DateOnly? today;
    private bool isWarm;
    private int begun;

    /// <summary>Initializes a book without stories.</summary>
    /// <param name="onClosed">Receives each story once it is over, and at <see cref="Complete"/> those that are not.</param>
    public StoryBook(Action<StoryGroup> onClosed)
        : this(onClosed, MergeModel.Default) { }

    internal StoryBook(Action<StoryGroup> onClosed, MergeModel model)
    {
        ArgumentNullException.ThrowIfNull(onClosed);
        this.onClosed = onClosed;
        this.model = model;
    }

    /// <summary>
    /// Adds an article. An article of a later day closes the day before; one of an earlier day, or without a day, counts as today's.
    /// </summary>
    public void Add(StoryArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        Add(new StoryText(article));
    }

    /// <summary>Returns all open stories, including those of today so far.</summary>
    public IReadOnlyList<StoryGroup> Current()
    {
        var groups = GroupToday();
        var continued = groups.Where(group => group.Story is not null).ToDictionary(group => group.Story!, group => group.Texts);
        return
        [
            .. openStories.Select(story => Group([.. story.Texts, .. continued.GetValueOrDefault(story, [])])),
            .. groups.Where(group => group.Story is null).Select(group => Group(group.Texts)),
        ];
    }

    /// <summary>Closes the day and every story.</summary>
    public void Complete()
    {
        CloseDay();
        foreach (var story in openStories)
            onClosed(Group(story.Texts));
        open.Remove(openStories.SelectMany(story => story.Texts));
        openStories.Clear();
    }

    /// <summary>Groups a complete set of articles: oldest day first, those without a day with the last one.</summary>
    public static IReadOnlyList<StoryGroup> Group(IEnumerable<StoryArticle> articles)
    {
        var groups = new List<StoryGroup>();
        var book = new StoryBook(groups.Add);
        book.AddAll(articles.OrderBy(article => article.Day ?? DateOnly.MaxValue));
        book.Complete();
        return groups;
    }

    /// <summary>Adds articles in order, reading several at a time.</summary>
    /// <param name="articles">The articles in the order in which to add them; read a few hundred at a time.</param>
    public void AddAll(IEnumerable<StoryArticle> articles)
    {
        // Reading the words is half of the work and independent of other articles.
        foreach (
            var text in articles
                .Chunk(ReadAhead)
                .SelectMany(chunk => chunk.AsParallel().AsOrdered().Select(article => new StoryText(article)).ToArray())
        )
            Add(text);
    }

    private void Add(StoryText text)
    {
        if (text.Article.Day is { } date && !(date <= today))
        {
            // Articles without a day that came before the first with a day wait for it.
            if (today is not null)
                CloseDay();
            today = date;
        }

        day.Add(text);
        isWarm = statistics.Articles >= EnoughArticles;
        if (isWarm)
            Place(text, statistics);
    }

    /// <summary>Gets the texts of today.</summary>
    internal IReadOnlyList<StoryText> Today => day;

    /// <summary>Groups today's texts so far.</summary>
    internal void Place() => GroupToday();

    /// <summary>Returns every pair of today with its features except closeness; for training.</summary>
    internal IEnumerable<TextPair> TodaysPairs()
    {
        GroupToday();
        return day.SelectMany(text => text.Pairs);
    }

    private IReadOnlyList<(OpenStory? Story, IReadOnlyList<StoryText> Texts)> GroupToday()
    {
        // A fixed order that depends on nothing but the texts.
        day.Sort((one, other) => string.CompareOrdinal(one.Article.Text, other.Article.Text));
        if (!isWarm)
            PlaceAll();
        for (var i = 0; i < day.Count; i++)
            day[i].Position = i;
        return DayGrouping.Group(day, today, model);
    }

    /// <summary>Weights every text again: with few earlier articles, the day's own words count too.</summary>
    private void PlaceAll()
    {
        open.Remove(day.Where(text => text.IsWeighed));
        var own = statistics.With(day.Select(text => text.Words));
        foreach (var text in day)
        {
            text.Pairs.Clear();
            text.CopyOf.Clear();
            text.Nearest.Clear();
        }

        foreach (var text in day)
            Place(text, own);
    }

    private void Place(StoryText text, TermStatistics words)
    {
        text.Weigh(words);
        foreach (var (other, cosine) in open.Near(text, PairFeatures.LeastCosine))
        {
            if (other.Story is not null && cosine < LeastCosineAcrossDays)
                continue;
            text.Pairs.Add(new TextPair(text, other, PairFeatures.Of(text, other, cosine)));
            text.Nearest.Add(cosine);
            if (other.Story is null)
                other.Nearest.Add(cosine);
        }

        text.CopyOf.AddRange(open.NearDuplicates(text));
        open.Add(text);
    }

    private void CloseDay()
    {
        foreach (var (known, texts) in GroupToday())
        {
            var story = known ?? new OpenStory { Number = begun++ };
            if (known is null)
                openStories.Add(story);
            story.Texts.AddRange(texts);
            foreach (var text in texts)
            {
                text.Story = story;
                text.Pairs.Clear();
                statistics.Add(text.Words);
            }
        }

        day.Clear();
        var over = openStories
            .Where(story => story.Last is { } last && today is { } now && now.DayNumber - last.DayNumber >= OpenDays)
            .ToArray();
        open.Remove(over.SelectMany(story => story.Texts));
        openStories.RemoveAll(over.Contains);
        foreach (var story in over)
            onClosed(Group(story.Texts));
    }

    private static StoryGroup Group(IReadOnlyList<StoryText> texts)
    {
        var ordered = texts.OrderBy(text => text.Article.Day ?? DateOnly.MaxValue).ToArray();
        var originals = new HashSet<StoryText>();
        foreach (var text in ordered)
        {
            if (!originals.Any(original => text.CopyOf.Contains(original) || original.CopyOf.Contains(text)))
                originals.Add(text);
        }

        return new StoryGroup
        {
            Articles = [.. ordered.Select(text => text.Article)],
            Originals = [.. ordered.Where(originals.Contains).Select(text => text.Article)],
            Copies = ordered.Length - originals.Count,
        };
    }
}
