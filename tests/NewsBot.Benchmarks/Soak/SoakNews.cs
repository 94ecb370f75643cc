using System.Text.Json.Nodes;
using NewsBot.Benchmarks.Retrieval;
using NewsBot.Benchmarks.Search;

namespace NewsBot.Benchmarks.Soak;

/// <summary>The news archive as a newsroom has it: what is there already, and what still arrives.</summary>
internal sealed class SoakNews
{
    private readonly IReadOnlyList<string> arriving;
    private readonly string watched;
    private int written;

    private SoakNews(IReadOnlyList<string> arriving, string watched)
    {
        this.arriving = arriving;
        this.watched = watched;
    }

    /// <summary>Gets how many files were written into the watched folder, new and changed ones.</summary>
    public int Written => written;

    /// <summary>Writes all articles but the last few into one file, and keeps those for <see cref="WriteNextAsync" />.</summary>
    /// <param name="newsFolder">The folder with articles.jsonl.xz.</param>
    /// <param name="file">What is there already: the file to write.</param>
    /// <param name="watched">The folder that the others are written into.</param>
    /// <param name="arrivals">How many articles are held back.</param>
    public static async Task<SoakNews> PrepareAsync(string newsFolder, string file, string watched, int arrivals)
    {
        var held = new Queue<string>();
        await using var there = File.CreateText(file);
        foreach (var line in NewsCorpus.Lines(newsFolder))
        {
            held.Enqueue(line);
            if (held.Count > arrivals)
                await there.WriteLineAsync(held.Dequeue());
        }

        return new SoakNews([.. held], watched);
    }

    /// <summary>Reads the quiz questions that are asked of these articles.</summary>
    public static IReadOnlyList<NewsCorpus.Question> Questions(string newsFolder) =>
        JsonLines.ReadFile<NewsCorpus.Question>(Path.Combine(newsFolder, "questions.jsonl"));

    /// <summary>Reads the questions that were written by reading some of these articles, many an article.</summary>
    /// <param name="readerFolder">The folder with train-questions.jsonl.</param>
    public static IReadOnlyList<string> WrittenQuestions(string readerFolder) =>
        [.. JsonLines.ReadFile<WrittenQuestion>(Path.Combine(readerFolder, "train-questions.jsonl")).Select(written => written.Question)];

    /// <summary>
    /// Writes the next article into the watched folder: in turn a new one, and the one before with another paragraph, as desks do.
    /// </summary>
    public async Task WriteNextAsync()
    {
        var number = written / 2 % arriving.Count;
        var line = arriving[number];
        if (written % 2 == 1)
        {
            var article = JsonNode.Parse(line)!;
            article["text"] = article["text"]!.GetValue<string>() + $"\n\nThis report was updated for the {written}th time.";
            line = article.ToJsonString();
        }

        await File.WriteAllTextAsync(Path.Combine(watched, $"{number}.jsonl"), line + "\n");
        written++;
    }

    private sealed record WrittenQuestion(string Question);
}
