using NewsBot.Search.Index;

namespace NewsBot.Search.Tests.Index;

/// <summary>Made-up texts whose words are distributed as those of a language are: by Zipf's law.</summary>
internal static class SomeText
{
    private const int Vocabulary = 3000;

    public static IndexDocument Document(Random random, long key) =>
        new()
        {
            Key = key,
            Source = $"desk{key % 7}/{key}.txt",
            Headline = Words(random, random.Next(0, 9)),
            Published = random.Next(5) == 0 ? null : new DateOnly(2023, 1, 1).AddDays(random.Next(360)),
            RightsClass = (byte)(key % 3),
            Passages = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Words(random, random.Next(1, random.Next(2, 250))))],
        };

    public static string Words(Random random, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => Word((int)Math.Exp(random.NextDouble() * Math.Log(Vocabulary)))));

    public static string Word(int rank)
    {
        const string Consonants = "bdfgklmnprtvz";
        const string Vowels = "aeiou";
        var word = "";
        for (var rest = rank + 70; rest > 0; rest /= Consonants.Length * Vowels.Length)
            word += $"{Consonants[rest % Consonants.Length]}{Vowels[rest / Consonants.Length % Vowels.Length]}";
        return word;
    }
}
