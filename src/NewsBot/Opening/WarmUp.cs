using NewsBot.Newsroom;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Opening;

/// <summary>
/// Asks one question of its own right after the start, so that the first reader does not wait while code is compiled and word lists are
/// read: half a second on a small machine.
/// </summary>
internal sealed class WarmUp(QuestionPipeline pipeline) : BackgroundService
{
    private const string Question = "What did the president say on Wednesday, where was he, and how many people died?";

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => pipeline.AskAsync(new QuestionRequest { Text = Question }, stoppingToken);
}
