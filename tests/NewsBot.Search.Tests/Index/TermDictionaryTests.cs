using System.Text;
using NewsBot.Search.Index;

namespace NewsBot.Search.Tests.Index;

public class TermDictionaryTests
{
    [Fact]
    public void Near_FindsWhatComparingEveryTermFinds()
    {
        var random = new Random(6);
        var words = Enumerable.Range(0, 3000).Select(_ => Word(random)).ToList();
        var index = new InMemoryPassageIndex();
        index.Apply(
            [],
            [
                new IndexDocument
                {
                    Key = 1,
                    Source = "a",
                    Headline = "",
                    Passages = [string.Join(' ', words)],
                },
            ]
        );
        var dictionary = index.Snapshot.Views[0].Segment.Dictionary;
        var terms = Enumerable.Range(0, dictionary.Count).Select(dictionary.TermOf).Order(StringComparer.Ordinal).ToList();

        for (var run = 0; run < 300; run++)
        {
            var (term, changes) = (Word(random), random.Next(3));

            var found = dictionary.Near(Encoding.UTF8.GetBytes(term), changes).ConvertAll(dictionary.TermOf);

            Assert.Equal(terms.Where(other => other[0] == term[0] && Distance(other, term) <= changes), found);
        }
    }

    // Few letters, so that many are near.
    private static string Word(Random random) => new([.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => "bdk"[random.Next(3)])]);

    // Levenshtein's, with the whole table.
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] =
                    i == 0 || j == 0
                        ? i + j
                        : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }
        }

        return table[a.Length, b.Length];
    }
}
