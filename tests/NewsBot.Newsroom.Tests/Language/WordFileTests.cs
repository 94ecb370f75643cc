using System.Text.RegularExpressions;
using NewsBot.Newsroom.Language;
using NewsBot.Search.Analysis;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Language;

/// <summary>Every word file can be read, holds nothing twice and nothing that no text can match, and serves somebody.</summary>
public sealed partial class WordFileTests
{
    private static readonly string Home = Path.Combine(RepositoryFolder.Root, "src", "NewsBot.Newsroom");
    private static readonly string[] Sources =
    [
        .. Directory
            .EnumerateFiles(Home, "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !Path.GetRelativePath(Home, file).StartsWith("obj", StringComparison.Ordinal)
                && !Path.GetRelativePath(Home, file).StartsWith("bin", StringComparison.Ordinal)
            ),
    ];

    public static TheoryData<string> Files =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Home, "Language", "Words"), "*.txt")
                .Select(file => Path.GetFileNameWithoutExtension(file)!)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Files that are compared by stems, and those that are not, as <see cref="English"/> reads them.</summary>
    private static IEnumerable<(string File, bool AreStems)> Lists =>
        ListInSource()
            .Matches(File.ReadAllText(Path.Combine(Home, "Language", "English.cs")))
            .Select(match => (match.Groups["file"].Value, match.Groups["how"].Value == "Stems"));

    [Theory]
    [MemberData(nameof(Files))]
    public void File_SaysWhatItHolds_AndWhereItsWordsAreFrom(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Home, "Language", "Words", file + ".txt"));

        Assert.StartsWith("# ", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines.TakeWhile(line => line.StartsWith('#')), line => line.StartsWith("# Source: ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_HoldsNoEntryTwice_AndPlainWordsInOrder(string file)
    {
        var rows = WordFile.Rows(file);

        Assert.NotEmpty(rows);
        Assert.Equal(
            rows.Count,
            rows.Select(row => string.Join('|', row.Select(field => string.Join(',', field)))).Distinct(StringComparer.Ordinal).Count()
        );
        Assert.All(rows, row => Assert.All(row, field => Assert.Distinct(field)));
        if (rows.All(row => row is [[_]]))
            Assert.Equal(rows.Select(row => row[0][0]).Order(StringComparer.Ordinal), rows.Select(row => row[0][0]));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_HasAReader(string file) =>
        Assert.Contains(Sources, source => File.ReadAllText(source).Contains($"\"{file}\"", StringComparison.Ordinal));

    [Fact]
    public void Entry_OfAList_IsAWordAsTextsAreRead()
    {
        Assert.All(
            Lists,
            list =>
                Assert.All(
                    WordFile.Rows(list.File).SelectMany(row => row[^1]),
                    entry =>
                    {
                        var read = AnnotatedText.Read(entry).Words;
                        Assert.Equal(entry, Assert.Single(read).Folded);
                    }
                )
        );
    }

    [Fact]
    public void Entry_OfAListOfStems_SharesItsStemWithNoOther()
    {
        var lists = Lists.Where(list => list.AreStems).ToArray();

        Assert.NotEmpty(lists);
        Assert.All(lists, list => Assert.Distinct(WordFile.Rows(list.File).SelectMany(row => row[^1]).Select(WordForm.StemOf)));
        Assert.All(
            Lists,
            list =>
                Assert.Equal(
                    list.AreStems,
                    File.ReadLines(Path.Combine(Home, "Language", "Words", list.File + ".txt"))
                        .TakeWhile(line => line.StartsWith('#'))
                        .Any(line => line.Contains("by stem", StringComparison.Ordinal))
                )
        );
    }

    [Fact]
    public void Entry_OfARelation_HasWords()
    {
        string[] relations =
        [
            "hedges",
            "irregular-forms",
            "like-function-words",
            "opposed-function-words",
            "opposites",
            "places",
            "synonyms",
            "thesaurus",
        ];

        Assert.All(
            relations,
            file =>
                Assert.All(
                    WordFile.Rows(file).SelectMany(row => row).SelectMany(field => field),
                    entry => Assert.All(entry.Split(' '), word => Assert.Single(WordTokenizer.Tokenize(word)))
                )
        );
    }

    [Fact]
    public void Concept_OfEnglish_IsAskedForSomewhere()
    {
        var texts = Sources.Where(source => Path.GetFileName(source) != "English.cs").Select(File.ReadAllText).ToArray();
        var concepts = typeof(English).GetFields().Select(field => field.Name).ToArray();

        Assert.NotEmpty(concepts);
        Assert.All(
            concepts,
            concept => Assert.Contains(texts, text => Regex.IsMatch(text, $@"\bEnglish\.{concept}\b", RegexOptions.CultureInvariant))
        );
    }

    /// <summary>One home: a list of words in the code is a concept that nobody finds again, and soon stands there twice.</summary>
    [Fact]
    public void Code_HoldsNoListOfWords()
    {
        // Names of features are not words of a text, and what people type as commands, greetings, thanks and wishes for a summary is a
        // grammar of phrases.
        string[] others =
        [
            "PairFeatures.cs",
            "DialogueReader.cs",
            "CommandReader.cs",
            "BroadQuestion.cs",
            "FirstReport.cs",
            "SubscriptionCommands.cs",
            "DigestDaysText.cs",
        ];

        Assert.All(
            Sources.Where(source => !others.Contains(Path.GetFileName(source))),
            source =>
            {
                var text = File.ReadAllText(source);
                Assert.DoesNotMatch(ListOfLiterals(), text);
                Assert.DoesNotMatch(SplitText(), text);
                Assert.DoesNotMatch(Alternation(), text);
            }
        );
    }

    [GeneratedRegex("""WordList\.Of(?<how>Forms|Stems)\("(?<file>[a-z-]+)"\)""", RegexOptions.CultureInvariant)]
    private static partial Regex ListInSource();

    /// <summary>Five words in small letters: alternatives of a pattern, or elements of a collection.</summary>
    [GeneratedRegex("""("[a-z][a-z']*"\s*(,|or)\s*){4}"[a-z][a-z']*""", RegexOptions.CultureInvariant)]
    private static partial Regex ListOfLiterals();

    [GeneratedRegex("""([a-z']+ ){4}[a-z' ]+"\s*\)*\.Split\(""", RegexOptions.CultureInvariant)]
    private static partial Regex SplitText();

    /// <summary>Five alternatives of a regular expression.</summary>
    [GeneratedRegex("""[(|]([a-z' ]{2,}\|){4}[a-z' ]{2,}""", RegexOptions.CultureInvariant)]
    private static partial Regex Alternation();
}
