using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Rendering;

/// <summary>Provides the reply to <c>/help</c>, and to a mention without a question.</summary>
internal static class Help
{
    public static OutgoingMessage Message { get; } =
        new()
        {
            Embeds =
            [
                new Embed
                {
                    Title = "NewsBot answers from the newsroom's own articles",
                    Description =
                        "Every sentence of an answer is quoted word for word, with its source. Where the archive has no answer, NewsBot says so.",
                    Color = Palette.Sources,
                    Fields =
                    [
                        new EmbedField(
                            "/ask question",
                            "Asks. With `private` only you see the answer. Reply to an answer, mention NewsBot, or send it a direct message to continue."
                        ),
                        new EmbedField("/sources query", "Finds the matching passages, best first."),
                        new EmbedField("/article source", "Shows a whole article."),
                        new EmbedField(
                            "Apps → Check against sources",
                            "On any message: shows which of its sentences the archive supports, contradicts or does not contain."
                        ),
                        new EmbedField(
                            "/digest",
                            "Shows what happened on a day: `today` or `date`. `subscribe` posts it here every day, at a time in your zone; `list`, `change`, `stop`."
                        ),
                        new EmbedField(
                            "/alert",
                            "Posts new articles here as they come in: `add`, with words to look for; `follow`, with the number of a story of the last digest, or the button below it. `list`, `stop`, `pause`, `resume`, `mute`."
                        ),
                        new EmbedField("/timeline topic", "Shows what was reported on a topic, day by day."),
                        new EmbedField("/desk", "Shows which articles this channel sees; people named in the settings can change it."),
                        new EmbedField(
                            "/newsbot allow",
                            "Switches NewsBot on in a channel; `/newsbot forbid` switches it off. Needs the permission Manage Server."
                        ),
                    ],
                },
            ],
        };

    /// <summary>Gets the reply to a message without a question.</summary>
    public static OutgoingMessage Short { get; } =
        Notice.Of(
            "Mention NewsBot with a question, such as “Who said what, where and when?”, or use `/ask`. "
                + "NewsBot answers only from the newsroom's own articles and names the source of every sentence. `/help` lists all commands."
        );
}
