using System.Globalization;
using System.Text.Json;
using NewsBot.Archive.Articles;
using NewsBot.Archive.WireWords;

namespace NewsBot.TestSupport.Wires;

/// <summary>
/// Represents an invented item in the order in which a wire might send it, and what a reader must see after each step, computed only from
/// what was sent. The clock advances by a quarter of an hour with each step.
/// </summary>
public sealed class WireSequence
{
    private static readonly string[] Beginnings = ["Arden", "Bril", "Corm", "Dun", "Esk", "Farn", "Gal", "Holm", "Ived", "Jorl"];
    private static readonly string[] Ends = ["wick", "stead", "mere", "thorpe", "garth", "combe", "beck", "dale", "holt", "ness"];

    /// <summary>Specifies the number of sequences.</summary>
    public const int Count = 100;

    // At this distance, they have every style, number of versions and kind of withdrawal.
    private const int Apart = 7;

    private readonly Random random;
    private readonly int number;
    private readonly Style style;
    private readonly DateTimeOffset start;
    private readonly List<Sent> sent = [];
    private bool isKilled;

    /// <summary>Creates the sequence of a number; the same number and time give the same one.</summary>
    public WireSequence(int number, DateTimeOffset start)
    {
        (this.number, this.start) = (number, start);
        random = new Random(number);
        style = (Style)(number % 3);
        Town = Beginnings[number % 10] + Ends[number / 10 % 10];
        Steps = Shuffled();
    }

    /// <summary>
    /// Gets the sequences that a channel runs: all where the environment variable <c>NEWSBOT_WIRE_SEQUENCES</c> is <c>all</c>, otherwise
    /// each seventh, which takes a few seconds.
    /// </summary>
    public static IEnumerable<int> Numbers =>
        Enumerable
            .Range(0, Count)
            .Where(number => number % Apart == 0 || Environment.GetEnvironmentVariable("NEWSBOT_WIRE_SEQUENCES") == "all");

    private enum Style
    {
        // Fields with numbered versions.
        Numbered,

        // Fields, the same URL, and a time for each version.
        Dated,

        // The wire's own words, at the same URL.
        Words,
    }

    /// <summary>Gets the town that the item is about; no other item mentions it.</summary>
    public string Town { get; }

    /// <summary>Gets the steps: what to put, or what staff decide.</summary>
    public IReadOnlyList<WireStep> Steps { get; }

    /// <summary>Gets the sources sent so far.</summary>
    public IEnumerable<string> Sources => sent.Select(one => one.Article.Source);

    /// <summary>Gets a value indicating whether the item is withdrawn.</summary>
    public bool IsKilled => isKilled;

    /// <summary>Gets a day shared by all versions.</summary>
    public DateOnly Day => DateOnly.FromDateTime(start.UtcDateTime).AddDays(-1);

    /// <summary>Returns the answer of a version.</summary>
    public string FactOf(string source) => $"killed {10 + sent.Single(one => one.Article.Source == source).Version} people";

    /// <summary>Gets the readers' question.</summary>
    public string Question => $"How many people were killed in the bridge collapse in {Town}?";

    /// <summary>Returns the source that must answer at a time; null: none may.</summary>
    public string? AnswerAt(DateTimeOffset now) =>
        isKilled ? null : sent.Where(one => one.From <= now && one.Version > 0).MaxBy(one => one.Version)?.Article.Source;

    /// <summary>Determines whether a version must have a page at a time.</summary>
    public bool IsShownAt(string source, DateTimeOffset now) =>
        !isKilled && sent.Any(one => one.Article.Source == source && one.From <= now && one.Version > 0);

    /// <summary>Determines whether a reader who asks learns that the article was withdrawn.</summary>
    public bool WasWithdrawnAt(DateTimeOffset now) => isKilled && sent.Any(one => one.From <= now);

    /// <summary>Returns a text that only this version contains.</summary>
    public static string MarkOf(string source) =>
        "Q" + source.Replace(".txt", "", StringComparison.Ordinal).Replace("-", "x", StringComparison.Ordinal) + "q";

    /// <summary>
    /// Returns the line of a .jsonl file that sends an article: with fields of its state where those express it, otherwise with its words
    /// alone.
    /// </summary>
    public static string LineOf(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var fields = new Dictionary<string, object?>
        {
            ["source"] = article.Source,
            ["headline"] = article.Headline,
            ["text"] = article.Text,
            ["published"] = article.Published,
            ["url"] = article.Url,
            ["itemId"] = article.ItemId,
        };
        if (!article.IsStateReadFromText)
        {
            fields["state"] = article.State.ToString().ToLowerInvariant();
            fields["embargo"] = article.EmbargoedUntil;
            fields["version"] = article.Version;
            fields["replaces"] = article.Replaces;
        }

        return JsonSerializer.Serialize(fields.Where(field => field.Value is not null).ToDictionary());
    }

    /// <summary>Records that a step was done.</summary>
    public void Done(WireStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.Put is { } put)
            sent.Add(put);
        isKilled = step.Rules ?? isKilled || step.Put is { Version: 0 };
    }

    private List<WireStep> Shuffled()
    {
        var versions = Enumerable.Range(1, 2 + (number % 3)).Select(Version).ToList();
        var steps = versions.Select(version => new WireStep(version, null)).ToList();
        // Kills can be anywhere, including first; older versions come late.
        for (var at = steps.Count - 1; at > 0; at--)
        {
            var other = random.Next(at + 1);
            (steps[at], steps[other]) = (steps[other], steps[at]);
        }

        if (number % 4 == 1)
            steps.Insert(random.Next(steps.Count + 1), new WireStep(Kill(), null));
        if (number % 4 == 2)
        {
            var at = random.Next(1, steps.Count + 1);
            steps.Insert(at, new WireStep(null, true));
            steps.Insert(random.Next(at + 1, steps.Count + 1), new WireStep(null, false));
        }

        // Time passes, so that every embargo with an end is lifted.
        steps.AddRange(Enumerable.Repeat(new WireStep(null, null), 6));
        return steps;
    }

    private Sent Version(int version)
    {
        var source = Source($"v{version}");
        var isEmbargoed = random.Next(3) == 0;
        var until = start.AddMinutes(15 * random.Next(1, 10));
        var state =
            version == 1 ? ArticleState.Published
            : random.Next(2) == 0 ? ArticleState.Updated
            : ArticleState.Corrected;
        var text = $"The bridge collapse in {Town} killed {10 + version} people. {MarkOf(source)} of the rescue service said so in {Town}.";
        var headline = $"Bridge collapse in {Town} kills people";
        var article = new Article
        {
            Source = source,
            Headline = headline,
            Text = text,
            Published = start.AddDays(-1).AddHours(version),
        };
        article = style switch
        {
            Style.Numbered => article with
            {
                ItemId = $"urn:item:{number}",
                Version = version,
                State = state,
                EmbargoedUntil = isEmbargoed ? until : null,
            },
            Style.Dated => article with { Url = Url, State = state, EmbargoedUntil = isEmbargoed ? until : null },
            _ => article with
            {
                Url = Url,
                Headline = state switch
                {
                    ArticleState.Updated => $"UPDATE {version - 1}-{headline}",
                    ArticleState.Corrected => $"CORRECTED: {headline}",
                    _ => headline,
                },
                Text = isEmbargoed
                    ? string.Create(CultureInfo.InvariantCulture, $"EMBARGOED UNTIL {until:HH:mm} GMT, {until:d MMMM yyyy}\n\n{text}")
                    : text,
            },
        };
        return new Sent(style == Style.Words ? WireReader.Read(article) : article, version, isEmbargoed ? until : DateTimeOffset.MinValue);
    }

    private Sent Kill()
    {
        var article = new Article
        {
            Source = Source("kill"),
            Headline = $"KILL: Bridge collapse in {Town} kills people",
            Text = $"The bridge in {Town} stands. {MarkOf(Source("kill"))} regrets the error.",
        };
        return new Sent(
            style switch
            {
                Style.Numbered => article with { ItemId = $"urn:item:{number}", Version = 99, State = ArticleState.Killed },
                Style.Dated => article with { State = ArticleState.Killed, Replaces = Url },
                _ => WireReader.Read(article),
            },
            0,
            DateTimeOffset.MinValue
        );
    }

    private string Url => $"https://wire.test/{number}/bridge";

    private string Source(string name) => $"s{number}-{name}.txt";

    /// <summary>Represents something that was sent.</summary>
    /// <param name="Article">The article.</param>
    /// <param name="Version">From 1; 0: a kill.</param>
    /// <param name="From">When it may be seen.</param>
    public sealed record Sent(Article Article, int Version, DateTimeOffset From);

    /// <summary>Represents a step.</summary>
    /// <param name="Put">What is sent; null: nothing.</param>
    /// <param name="Rules">True: staff withdraw the item; false: they restore it.</param>
    public sealed record WireStep(Sent? Put, bool? Rules);
}
