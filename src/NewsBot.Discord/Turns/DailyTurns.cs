using System.Globalization;
using NewsBot.Discord.Access;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.State;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Discord.Turns;

/// <summary>The work behind <c>/digest</c> and <c>/timeline</c>.</summary>
internal sealed class DailyTurns(INewsroom newsroom, DiscordState state)
{
    /// <summary>What somebody does with subscriptions is of interest to nobody else.</summary>
    public static bool IsPrivate(InteractionJson interaction) => CommandInput.Subcommand(interaction) is not (CommandNames.Today or CommandNames.Date);

    /// <summary>A digest, or what was done with subscriptions.</summary>
    public Task<Reply> DigestAsync(string trace, InteractionJson interaction, Asker asker, CancellationToken cancellationToken)
    {
        var name = CommandInput.Subcommand(interaction);
        if (name == CommandNames.Today) return DigestAsync(trace, (DateOnly?)null, asker, cancellationToken);
        if (name != CommandNames.Date) return SubscribeAsync(Words(name, interaction), asker, cancellationToken);
        return DateOnly.TryParseExact(CommandInput.Text(interaction, CommandNames.Day), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? DigestAsync(trace, day, asker, cancellationToken)
            : Task.FromResult(new Reply(Notice.Of("A day is written like 2026-05-03.")));
    }

    /// <summary>The digest of a day; null: the newest one.</summary>
    public async Task<Reply> DigestAsync(string trace, DateOnly? day, Asker asker, CancellationToken cancellationToken)
    {
        var request = new DigestRequest { Date = day, Desk = newsroom.Desks.Of(asker.Channel.ToString()) };
        var digest = await newsroom.DigestAsync(request, cancellationToken);
        if (digest is null) return new Reply(Notice.Of("No article of the archive has a date, so there is no digest."));
        var title = digest.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return await KeepAsync(new KeptReply(trace, title, DigestPages.Render(digest, isLate: false), KeptQuote.Of(digest.Citations), digest.Sources), cancellationToken);
    }

    /// <summary>A timeline.</summary>
    public async Task<Reply> TimelineAsync(string trace, string topic, Asker asker, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(topic)) return new Reply(Notice.Of("Name a topic, such as `/timeline drone`."));
        var timeline = await newsroom.TimelineAsync(topic, newsroom.Desks.Of(asker.Channel.ToString()), cancellationToken);
        return await KeepAsync(new KeptReply(trace, topic, TimelinePages.Render(timeline), KeptQuote.Of(timeline.Citations), timeline.Sources), cancellationToken);
    }

    /// <summary>What was done with subscriptions.</summary>
    /// <param name="words">Such as <c>subscribe 08:00 Europe/London</c>.</param>
    /// <param name="asker">Who wants it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Reply> SubscribeAsync(string words, Asker asker, CancellationToken cancellationToken)
    {
        var request = new SubscriptionRequest
        {
            Channel = DiscordDigestChannel.ChannelName,
            Conversation = asker.Channel.ToString(),
            Person = asker.User.ToString(),
            MayManage = asker.Guild is null || asker.MayManage,
            Words = words,
        };
        var text = await newsroom.SubscribeAsync(request, cancellationToken);
        return new Reply(Notice.Of(string.Join('\n', text.Split('\n').Select(line => Cut.ToWords(line, 180)))));
    }

    private static string Words(string verb, InteractionJson interaction)
    {
        string[] options = [CommandNames.Number, CommandNames.Time, CommandNames.Zone, CommandNames.Days, CommandNames.Topic];
        return string.Join(' ', options.Select(option => CommandInput.Text(interaction, option).Trim()).Where(word => word.Length > 0).Prepend(verb));
    }

    private async Task<Reply> KeepAsync(KeptReply reply, CancellationToken cancellationToken)
    {
        await state.KeepReplyAsync(reply, cancellationToken);
        return new Reply(Buttons.Page(reply, 0)) { Sources = reply.Sources ?? [] };
    }
}
