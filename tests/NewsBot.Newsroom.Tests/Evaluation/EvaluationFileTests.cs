using NewsBot.Newsroom.Evaluation;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Evaluation;

public sealed class EvaluationFileTests
{
    [Fact]
    public void Line_WithAllFields_IsRead()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write(
            "q.jsonl",
            """
            {"id":"a","question":"Where?","must":[["x","y"],["z"]],"must_not":["n"],"cite_any":["a.txt"],"asOf":"2023-05-03"}

            {"id":2,"question":"Who?","answerable":false,"why":"not said"}
            """
        );

        var questions = EvaluationFile.Read(file);

        Assert.Equal(2, questions[0].Must.Count);
        Assert.Equal(new DateOnly(2023, 5, 3), questions[0].AsOf);
        Assert.Equal("2", questions[1].Id);
        Assert.False(questions[1].Answerable);
    }

    [Theory]
    [InlineData("{\"id\":\"a\"}", "line 2")]
    [InlineData("not json", "line 2")]
    [InlineData("{\"id\":\"a\",\"question\":\"?\",\"must\":[[\"(\"]]}", "line 2")]
    public void Line_ThatCannotBeRead_IsNamed(string line, string named)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("q.jsonl", "{\"id\":\"1\",\"question\":\"ok\"}\n" + line);

        var error = Assert.Throws<EvaluationFileException>(() => EvaluationFile.Read(file));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_ThatIsMissing_IsNamed()
    {
        var error = Assert.Throws<EvaluationFileException>(() => EvaluationFile.Read("/nowhere/q.jsonl"));

        Assert.Contains("/nowhere/q.jsonl", error.Message, StringComparison.Ordinal);
    }
}
