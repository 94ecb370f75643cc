using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Rendering;

/// <summary>What <c>/help</c> says, and what a mention without a word gets.</summary>
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
                            "Asks. With `private` only you see the answer. Reply to an answer, mention NewsBot, or write to it directly to go on."
                        ),
                        new EmbedField("/sources query", "The passages that match, best first."),
                        new EmbedField("/article source", "A whole article."),
                        new EmbedField(
                            "Apps → Check against sources",
                            "On any message: which of its sentences the archive supports, contradicts or does not have."
                        ),
                        new EmbedField(
                            "/digest",
                            "What happened on a day: `today` or `date`. `subscribe` posts it here every day, at a time of your zone; `list`, `change`, `stop`."
                        ),
                        new EmbedField("/timeline topic", "What was reported on a topic, day by day."),
                        new EmbedField(
                            "/newsbot allow",
                            "Switches NewsBot on in a channel, `/newsbot forbid` off. Needs the permission Manage Server."
                        ),
                    ],
                },
            ],
        };

    /// <summary>Gets the answer to a message without a question.</summary>
    public static OutgoingMessage Short { get; } =
        Notice.Of(
            "Mention NewsBot with a question, such as “Who said what, where and when?”, or use `/ask`. "
                + "NewsBot answers only from the newsroom's own articles and names the source of every sentence. `/help` lists all commands."
        );
}
