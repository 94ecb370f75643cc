using System.Runtime.CompilerServices;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Questions;
using NewsBot.Teams.Facade;

namespace NewsBot.Teams.Tests.Support;

/// <summary>A newsroom that answers as the test says.</summary>
internal sealed class FakeNewsroom : ITeamsNewsroom
{
    public Func<QuestionRequest, Task<Answer>> Answer { get; set; } = request => Task.FromResult(Given.Answer(request.Text));
    public IReadOnlyList<SourcePassage> Passages { get; set; } = [Given.Passage()];
    public SourcePassage? Passage { get; set; } = Given.Passage();
    public IReadOnlyList<AnswerProgress>? Progress { get; set; }
    public Action BetweenSteps { get; set; } = () => { };
    public List<QuestionRequest> Asked { get; } = [];
    public bool WritesWithModel => Progress is not null;

    public Task<Answer> AskAsync(QuestionRequest request, CancellationToken cancellationToken)
    {
        lock (Asked)
            Asked.Add(request);
        return Answer(request).WaitAsync(cancellationToken);
    }

    public async IAsyncEnumerable<AnswerProgress> AskWithProgressAsync(QuestionRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var step in Progress ?? [])
        {
            await Task.Yield();
            yield return step;
            BetweenSteps();
        }
    }

    public Task<IReadOnlyList<SourcePassage>> SourcesAsync(string query, int top, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<SourcePassage>>([.. Passages.Take(top)]);

    public Task<SourcePassage?> PassageAsync(string source, TextRange quote, CancellationToken cancellationToken) => Task.FromResult(Passage);
}
