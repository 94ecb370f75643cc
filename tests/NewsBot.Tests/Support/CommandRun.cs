using System.Text;
using NewsBot.CommandLine;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Support;

/// <summary>Runs one command line inside the test's process.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    /// <summary>Specifies the environment of verbs whose words are tested, not what a model reads.</summary>
    public static IReadOnlyDictionary<string, string> WithoutReadingModel { get; } =
        new Dictionary<string, string> { ["NEWSBOT__Answers__ReadingModel"] = "false" };

    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs in a folder, with the seeds of the repository unless the folder has its own.</summary>
    public static Task<CommandRun> InAsync(TemporaryFolder folder, params string[] arguments) => InAsync(folder, Stream.Null, arguments);

    public static async Task<CommandRun> InAsync(TemporaryFolder folder, Stream input, params string[] arguments)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter { NewLine = "\n" };
        var context = new VerbContext
        {
            Input = input,
            Output = output,
            Error = error,
            IsErrorTerminal = false,
            IsOutputTerminal = false,
            WorkingDirectory = folder.Root,
            Environment = WithoutReadingModel,
        };
        var code = await NewsBotCommand.RunAsync(arguments, context, TestContext.Current.CancellationToken);
        return new CommandRun(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
