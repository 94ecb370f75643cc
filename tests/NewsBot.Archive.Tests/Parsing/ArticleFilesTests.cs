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
        string[] names = [".DS_Store", ".git/HEAD", "Thumbs.db", "desktop.ini", "~$a.txt", "b.txt.part", "c.txt~", "d.TMP", "a.txt"];
        foreach (var name in names)
            folder.Write(name, "x");

        var files = ArticleFiles.In(folder.Root).ToArray();

        Assert.Equal(["a.txt"], files.Where(file => !file.IsSkipped).Select(file => file.Source));
        Assert.Equal(8, files.Count(file => file.IsSkipped));
    }

    [Fact]
    public void LinkThatLeadsBack_IsReported()
    {
        folder.Write("sub/a.txt", "x");
        Directory.CreateSymbolicLink(folder["sub/loop"], "..");

        var files = ArticleFiles.In(folder.Root).ToArray();

        Assert.Equal(["sub/a.txt", "sub/loop"], files.Select(file => file.Source));
        Assert.Equal("is a link to a folder that contains it; it was not followed", files[1].Rejection);
    }

    [Fact]
    public void LinkOutOfTheFolder_IsNotFollowed()
    {
        using var other = new TemporaryFolder();
        other.Write("b.txt", "x");
        Directory.CreateSymbolicLink(folder["link"], other.Root);
        File.CreateSymbolicLink(folder["secret.txt"], other["b.txt"]);
        // The last step is a link within the folder; the one before leads out.
        folder.Write("sub/a.txt", "x");
        File.CreateSymbolicLink(folder["way.txt"], folder["link/b.txt"]);

        var files = ArticleFiles.In(folder.Root).ToArray();

        Assert.Equal(["link", "secret.txt", "sub/a.txt", "way.txt"], files.Select(file => file.Source));
        Assert.All(
            files.Where(file => file.Source != "sub/a.txt"),
            file =>
            {
                Assert.Equal("is a link out of the folder and was not followed; ingest its target separately", file.Rejection);
                Assert.False(file.HidesOthers);
            }
        );
    }

    [Fact]
    public void LinkWithinTheFolder_IsFollowed()
    {
        folder.Write("deep/er/b.txt", "x");
        Directory.CreateSymbolicLink(folder["link"], "deep/er/../er");
        File.CreateSymbolicLink(folder["one.txt"], "deep/er/b.txt");

        var files = ArticleFiles.In(folder.Root).ToArray();

        Assert.Equal(["deep/er/b.txt", "link/b.txt", "one.txt"], files.Select(file => file.Source));
        Assert.All(files, file => Assert.Null(file.Rejection));
    }

    [Fact]
    public void FolderThatIsALinkItself_IsRead()
    {
        using var other = new TemporaryFolder();
        other.Write("b.txt", "x");
        Directory.CreateSymbolicLink(folder["link"], other.Root);

        Assert.Equal(("b.txt", null), Assert.Single(ArticleFiles.In(folder["link"]).Select(file => (file.Source, file.Rejection))));
    }

    [Fact]
    public void MissingFolder_IsReported() =>
        Assert.Equal("does not exist (any more)", Assert.Single(ArticleFiles.In(folder["gone"])).Rejection);
}
