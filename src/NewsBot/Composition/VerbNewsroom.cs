using NewsBot.Newsroom;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Conversations;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Newsroom.Timelines;
using NewsBot.Opening;
using NewsBot.Settings;

namespace NewsBot.Composition;

/// <summary>Makes the newsroom of a verb that answers once and ends.</summary>
internal static class VerbNewsroom
{
    /// <summary>The newsroom over an open archive; it delivers no digests.</summary>
    /// <param name="archive">Open; not disposed of.</param>
    /// <param name="settings">Valid settings.</param>
    /// <param name="conversations">Remembers the questions of conversations; null: every question stands on its own.</param>
    public static NewsroomService ToNewsroom(this OpenArchive archive, NewsBotSettings settings, ConversationMemory? conversations = null)
    {
        var links = new ArticleLinks(settings.LinkBase);
        var reading = settings.Answers.ToLoader();

        // Begun now and waited for by who needs it: passages are found meanwhile. A fault is an outcome, not an exception.
        _ = reading.LoadAsync(CancellationToken.None);
        var kernel = new NewsroomKernel(archive.Articles, links, TimeProvider.System, settings.Answers.ToOptions(reading, conversations), settings.Model.ToNewsroom());
        return new NewsroomService(archive.Articles, kernel, links, new DigestWriter(archive.Articles, links, reading), new TimelineWriter(archive.Articles, links));
    }
}
