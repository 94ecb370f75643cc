using System.CommandLine;
using System.Globalization;
using NewsBot.Newsroom.Feedback;
using NewsBot.Opening;
using NewsBot.Settings;
using NewsBot.Text;

namespace NewsBot.CommandLine;

/// <summary><c>feedback list</c> and <c>feedback export</c>: what readers thought of answers.</summary>
internal static class FeedbackVerb
{
    private const int Listed = 20;

    /// <summary>Makes the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var verb = new Command("feedback", "Lists what readers thought of answers, or writes it as a file that eval reads.")
        {
            CreateList(frame),
            CreateExport(frame),
        };
        verb.Examples("newsbot feedback list --top 50", "newsbot feedback export > feedback.jsonl", "newsbot eval feedback.jsonl");
        return verb;
    }

    private static Command CreateList(VerbFrame frame)
    {
        var top = new Option<int>("--top")
        {
            Description = "The most entries",
            HelpName = "N",
            DefaultValueFactory = _ => Listed,
        };
        var verb = new Command("list", "Lists feedback with its question and answer, newest first.") { top };
        frame.Run(
            verb,
            async (arguments, settings, cancellationToken) =>
            {
                var feedback = await ReadAsync(settings, store => store.ReadAsync(Math.Max(1, arguments.GetValue(top)), cancellationToken));
                await using var output = frame.Context.OpenText();
                if (feedback.Count == 0)
                    await output.WriteLineAsync("There is no feedback yet.");
                foreach (var (place, one) in feedback.Index())
                {
                    if (place > 0)
                        await output.WriteLineAsync();
                    await WriteAsync(output, one);
                }

                return ExitCode.Done;
            }
        );
        return verb;
    }

    private static Command CreateExport(VerbFrame frame)
    {
        var verb = new Command(
            "export",
            "Writes a question for each answer that got a thumb, with what is known of the right answer, as JSON lines for eval."
        );
        frame.Run(
            verb,
            async (_, settings, cancellationToken) =>
            {
                var lines = await ReadAsync(settings, store => store.ExportAsync(cancellationToken));
                await using var output = frame.Context.OpenText();
                foreach (var line in lines)
                    await output.WriteLineAsync(line);
                return ExitCode.Done;
            }
        );
        return verb;
    }

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(NewsBotSettings settings, Func<FeedbackStore, Task<IReadOnlyList<T>>> read)
    {
        // Where nobody has asked yet, nothing is made.
        if (!OpenState.Exists(settings))
            return [];
        await using var state = OpenState.Open(settings, [FeedbackStore.Schema]);
        return await read(new FeedbackStore(state));
    }

    private static async Task WriteAsync(TextWriter output, ReaderFeedback feedback)
    {
        var at = feedback.At.ToString("d MMMM yyyy HH:mm", CultureInfo.InvariantCulture);
        await output.WriteLineAsync($"{at} UTC, {feedback.Channel}: {PlainText.OneLine(feedback.Reaction)}");
        if (feedback.Comment is { } comment)
            await output.WriteLineAsync($"  Comment: {PlainText.OneLine(comment)}");
        await output.WriteLineAsync($"  Question: {PlainText.OneLine(feedback.Question ?? "no longer stored")}");
        if (feedback.Answer is { } answer)
            await output.WriteLineAsync($"  Answer: {PlainText.OneLine(answer)}");
        foreach (var source in feedback.Citations.Select(cited => cited.Source).Distinct(StringComparer.Ordinal))
            await output.WriteLineAsync($"  Source: {PlainText.OneLine(source)}");
    }
}
