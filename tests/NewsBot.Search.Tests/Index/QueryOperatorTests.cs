using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Search.Tests.Index;

public class QueryOperatorTests
{
    private static readonly InMemoryPassageIndex Index = Filled();

    [Theory]
    [InlineData("red fox", new long[] { 1, 2, 3, 4, 6 })]
    [InlineData("\"red fox\"", new long[] { 1 })]
    [InlineData("“red fox”", new long[] { 1 })]
    [InlineData("\"fox of the forest\"", new long[] { 4 })]
    [InlineData("fox -red", new long[] { 4, 6 })]
    [InlineData("fox -\"red fox\"", new long[] { 2, 4, 6 })]
    [InlineData("+fox +grey", new long[] { 2 })]
    [InlineData("fox source:desk-b", new long[] { 4, 6 })]
    [InlineData("fox before:2023-05-03", new long[] { 1 })]
    [InlineData("fox after:2023-05-03", new long[] { 4 })]
    [InlineData("fox after:2023-04 before:2023-06", new long[] { 2, 4 })]
    [InlineData("fox before:2023", new long[] { })]
    [InlineData("fox +unheard", new long[] { })]
    [InlineData("-fox", new long[] { })]
    public void Operators_Filter(string text, long[] expected)
    {
        var hits = Index.Search(new PassageQuery { Text = text });

        Assert.Equal(expected, hits.Select(hit => hit.Document).Order());
    }

    [Theory]
    [InlineData("who saw a \"red fox\" -today?")]
    [InlineData("fox \"unclosed")]
    [InlineData("fox before:yesterday")]
    [InlineData("fox - + \"\" -- source:")]
    public void Questions_AndWhatCannotBeRead_AreWords(string text)
    {
        var hits = Index.Search(new PassageQuery { Text = text });

        Assert.Superset(new HashSet<long> { 1, 2, 4, 6 }, hits.Select(hit => hit.Document).ToHashSet());
    }

    [Fact]
    public void Rights_HideDocuments()
    {
        var hits = Index.Search(new PassageQuery { Text = "fox", VisibleRights = 1 << 2 });

        Assert.Equal([6L], hits.Select(hit => hit.Document));
    }

    [Fact]
    public void RightsClass_BeyondTheLast_IsRefused() =>
        Assert.Throws<ArgumentException>(() =>
            new InMemoryPassageIndex().Apply([], [SomeDocument.With(1, "fox") with { RightsClass = 64 }])
        );

    [Theory]
    [InlineData("Zelensky", "Zelenskiy met ministers.", "Zelensky met ministers.")]
    [InlineData("Kyiv", "Kiev at night.", "Kyiv at night.")]
    [InlineData("Prigozhin", "Prigozin spoke.", "Prigozhin spoke.")]
    [InlineData("Novo-Ogaryovo", "The residence Novo-Ogoryovo.", "The residence Novo-Ogaryovo.")]
    [InlineData("zelensky", "Zelenskiy met ministers.", "Nobody met ministers.")]
    [InlineData("Zelemsky", "Zelensky met ministers.", "Nobody met ministers.")]
    public void Names_AreFoundInOtherSpellings(string name, string other, string another)
    {
        var index = new InMemoryPassageIndex();
        index.Apply([], [SomeDocument.With(1, other), SomeDocument.With(2, another), SomeDocument.With(3, "Storms hit the coast.")]);

        var hits = index.Search(new PassageQuery { Text = $"What did {name} say?" });

        Assert.Contains(1L, hits.Select(hit => hit.Document));
        Assert.DoesNotContain(3L, hits.Select(hit => hit.Document));
        if (another.Contains(name, StringComparison.Ordinal))
            Assert.Equal(2L, hits[0].Document);
    }

    [Theory]
    [InlineData("Chernihiv", "Карантин у Чернігові почався.")]
    [InlineData("Chernigov", "Карантин в Чернигове начался.")]
    [InlineData("Чернігів", "The quarantine in Chernihiv began.")]
    [InlineData("Чернігів", "Карантин у Чернігові почався.")]
    [InlineData("Papandreou", "Ο Παπανδρέου μίλησε.")]
    [InlineData("Παπανδρέου", "Papandreou spoke.")]
    [InlineData("Gaddafi", "وقال القذافي ذلك.")]
    [InlineData("القذافي", "Gaddafi spoke.")]
    [InlineData("محمد", "Mohammed spoke.")]
    [InlineData("Muhammad", "Mohammed spoke.")]
    [InlineData("Mohammed", "Muhammad spoke.")]
    [InlineData("Qaddafi", "Kadhafi spoke.")]
    [InlineData("Bombay", "Rain in Mumbai.")]
    [InlineData("Athens", "Πυρκαγιά στην Αθήνα.")]
    [InlineData("Αθήνα", "A fire in Athens.")]
    [InlineData("Tchaikovsky", "Балет Чайковского.")]
    public void Names_AreFoundInOtherScripts(string name, string text)
    {
        var index = new InMemoryPassageIndex();
        index.Apply([], [SomeDocument.With(1, text), SomeDocument.With(2, "Storms hit the coast of Харків, Πάτρα and دمشق.")]);

        Assert.Equal([1L], index.Search(new PassageQuery { Text = name }).Select(hit => hit.Document));
        Assert.Equal([1L], index.Search(new PassageQuery { Text = $"What happened with {name}?" }).Select(hit => hit.Document));
    }

    [Theory]
    [InlineData("Iran", "Ирак объявил.", "Iraq said.", "العراق")]
    [InlineData("Austria", "Австралія оголосила.", "Australia said.", "أستراليا")]
    [InlineData("Mali", "Малави объявила.", "Malawi said.", "ملاوي")]
    public void Names_OfOtherCountries_AreNotFound(string name, params string[] texts)
    {
        var index = new InMemoryPassageIndex();
        index.Apply([], [.. texts.Select((text, at) => SomeDocument.With(at + 1, text))]);

        Assert.Empty(index.Search(new PassageQuery { Text = name }));
    }

    [Fact]
    public void Explanation_AddsUpToTheScore()
    {
        var explanations = Index.Explain(new PassageQuery { Text = "red fox of Kyiv", AsOf = new DateOnly(2023, 6, 1) });

        Assert.Equal(
            Index.Search(new PassageQuery { Text = "red fox of Kyiv", AsOf = new DateOnly(2023, 6, 1) }),
            explanations.Select(explanation => explanation.Hit)
        );
        Assert.All(
            explanations,
            explanation =>
                Assert.Equal(
                    explanation.Hit.Score,
                    explanation.Terms.Sum(term => term.Score) + explanation.Signs.Sum(sign => sign.Value),
                    1e-9
                )
        );
        Assert.All(explanations.SelectMany(explanation => explanation.Terms), term => Assert.InRange(term.Score, 0, term.Weight));
    }

    private static InMemoryPassageIndex Filled()
    {
        var index = new InMemoryPassageIndex();
        index.Apply(
            [],
            [
                SomeDocument.With(1, "The red fox ran.") with
                {
                    Published = new DateOnly(2023, 4, 2),
                },
                SomeDocument.With(2, "A grey fox, not a red one.") with
                {
                    Published = new DateOnly(2023, 5, 3),
                },
                SomeDocument.With(3, "Red wine."),
                SomeDocument.With(4, "A fox of the forest.") with
                {
                    Published = new DateOnly(2023, 5, 10),
                    Source = "Desk-B/4.txt",
                },
                SomeDocument.With(5, "An owl."),
                SomeDocument.With(6, "A fox.") with
                {
                    RightsClass = 2,
                    Source = "desk-b/6.txt",
                },
            ]
        );
        return index;
    }
}
