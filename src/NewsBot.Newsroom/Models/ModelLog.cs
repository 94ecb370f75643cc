using Microsoft.Extensions.Logging;

namespace NewsBot.Newsroom.Models;

/// <summary>Logs turns of a language model: ids, reasons and numbers, never text.</summary>
internal static partial class ModelLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Turn {Turn}: statement {Number} {Fate} ({Reasons})")]
    public static partial void Judged(this ILogger log, string turn, int number, string fate, string reasons);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Turn {Turn}: {Model} wrote {Statements} statements in {Milliseconds} ms with {Tokens} tokens ({Failure})"
    )]
    public static partial void Turned(
        this ILogger log,
        string turn,
        string model,
        int statements,
        long milliseconds,
        long tokens,
        ModelFailure failure
    );
}
