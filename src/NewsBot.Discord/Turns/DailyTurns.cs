using System.Globalization;
using NewsBot.Discord.Access;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.State;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Discord.Turns;

/// <summary>The work behind <c>/digest</c> and <c>/timeline</c>.</summary>
internal sealed class DailyTurns(INewsroom newsroom, DiscordState state)
{
    /// <summary>What somebody does with subscriptions is of interest to nobody else.</summary>
    public static bool IsPrivate(InteractionJson interaction) => CommandInput.Subcommand(interaction) is not (CommandNames.Today or CommandNames.Date);

    /// <summary>A digest, or what was done with subscriptions.</summary>
    public async Task<Reply> DigestAsync(string trace, InteractionJson interaction, Asker asker, CancellationToken cancellationToken)
    {
        var name = CommandInput.Subcommand(interaction);
        if (name is not (CommandNames.Today or CommandNames.Date)) return await SubscriptionsAsync(name, interaction, asker, cancellationToken);
        DateOnly? date = null;
        if (name == CommandNames.Date)
        {
            if (!DateOnly.TryParseExact(CommandInput.Text(interaction, CommandNames.Day), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return new Reply(Notice.Of("A day is written like 2026-05-03."));
            date = day;
        }

        var request = new DigestRequest { Date = date, Desk = newsroom.Desks.Of(asker.Channel.ToString()) };
        var digest = await newsroom.DigestAsync(request, cancellationToken);
        if (digest is null) return new Reply(Notice.Of("No article of the archive has a date, so there is no digest."));
        return await KeepAsync(trace, digest.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), DigestPages.Render(digest, isLate: false), digest.Citations, cancellationToken);
    }

    /// <summary>A timeline.</summary>
    public async Task<Reply> TimelineAsync(string trace, string topic, Asker asker, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(topic)) return new Reply(Notice.Of("Name a topic, such as `/timeline drone`."));
        var timeline = await newsroom.TimelineAsync(topic, newsroom.Desks.Of(asker.Channel.ToString()), cancellationToken);
        return await KeepAsync(trace, topic, TimelinePages.Render(timeline), timeline.Citations, cancellationToken);
    }

    private async Task<Reply> SubscriptionsAsync(string name, InteractionJson interaction, Asker asker, CancellationToken cancellationToken)
    {
        string[] options = [CommandNames.Number, CommandNames.Time, CommandNames.Zone, CommandNames.Days, CommandNames.Topic];
        var words = string.Join(' ', options.Select(option => CommandInput.Text(interaction, option).Trim()).Where(word => word.Length > 0).Prepend(name));
        var text = await newsroom.SubscribeAsync(
            new SubscriptionRequest
            {
                Channel = DiscordDigestChannel.ChannelName,
                Conversation = asker.Channel.ToString(),
                Person = asker.User.ToString(),
                MayManage = asker.Guild is null || asker.MayManage,
                Words = words,
            },
            cancellationToken);
        return new Reply(Notice.Of(string.Join('\n', text.Split('\n').Select(line => Cut.ToWords(line, 180)))));
    }

    private async Task<Reply> KeepAsync(
        string trace, string question, IReadOnlyList<Embed> pages, IReadOnlyList<Citation> citations, CancellationToken cancellationToken)
    {
        var quotes = citations.Select(citation => new KeptQuote(citation.Number, citation.Source, citation.Range.Start, citation.Range.End, citation.Quote));
        var reply = new KeptReply(trace, question, pages, [.. quotes]);
        await state.KeepReplyAsync(reply, cancellationToken);
        return new Reply(Buttons.Page(reply, 0));
    }
}
