using NewsBot.Archive.Parsing;
using NewsBot.TestSupport;

namespace NewsBot.Archive.Tests.Parsing;

public sealed class ArticleFilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Files_AreVisitedInOrdinalOrderOfTheirRelativePaths()
    {
        foreach (var name in new[] { "b.txt", "a/z.txt", "a.txt", "a/b/c.txt", "B.txt", "a0.txt" })
            folder.Write(name, "x");

        var files = ArticleFiles.In(folder.Root).ToArray();

        Assert.Equal(["B.txt", "a.txt", "a/b/c.txt", "a/z.txt", "a0.txt", "b.txt"], files.Select(file => file.Source));
        Assert.All(files, file => Assert.True(File.Exists(file.Path)));
    }

    [Fact]
    public void HiddenFiles_AndWhatFileManagersLeave_ArePassedOver()
    {
        foreach (var name in new[] { ".DS_Store", ".git/HEAD", "Thumbs.db", "desktop.ini", "~$a.txt", "a.txt" })
            folder.Write(name, "x");

        Assert.Equal(["a.txt"], ArticleFiles.In(folder.Root).Select(file => file.Source));
    }

    [Fact]
    public void LinkThatLeadsBack_IsReported()
    {
        folder.Write("sub/a.txt", "x");
        Directory.CreateSymbolicLink(folder["sub/loop"], "..");

        var files = ArticleFiles.In(folder.Root).ToArray();

        Assert.Equal(["sub/a.txt", "sub/loop"], files.Select(file => file.Source));
        Assert.Equal("is a link to a folder that it is in; it was not followed", files[1].Rejection);
    }

    [Fact]
    public void LinkToAnotherFolder_IsFollowed()
    {
        using var other = new TemporaryFolder();
        other.Write("b.txt", "x");
        Directory.CreateSymbolicLink(folder["link"], other.Root);

        Assert.Equal(["link/b.txt"], ArticleFiles.In(folder.Root).Select(file => file.Source));
    }

    [Fact]
    public void MissingFolder_IsReported() => Assert.Equal("is not there (any more)", Assert.Single(ArticleFiles.In(folder["gone"])).Rejection);
}
