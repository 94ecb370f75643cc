namespace NewsBot.Pages;

/// <summary>A question that a new reader may start with, because an article of the archive answers it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Source">The seed article that answers it.</param>
internal sealed record ExampleQuestion(string Question, string Source)
{
    /// <summary>Answered by the articles that come with NewsBot.</summary>
    public static IReadOnlyList<ExampleQuestion> OfSeeds { get; } =
    [
        new("Where was Putin?", "000_7fc79060c1c00942.txt"),
        new("How many drones were aimed at the Kremlin?", "000_7fc79060c1c00942.txt"),
        new("What did the mayor of Moscow ban?", "004_7ca0bda2351104e8.txt"),
    ];
}
