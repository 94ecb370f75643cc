using System.Text.Json.Nodes;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Rendering;

/// <summary>Renders help and welcome.</summary>
internal static class HelpMessage
{
    public static Activity Help(bool personal) => CardElements.Message("What NewsBot can do", HelpCard(personal));

    /// <summary>Returns the welcome, without a card: a greeting should be short.</summary>
    public static Activity Welcome(bool personal) => AnswerMessage.Text(personal ? Sentences.WelcomePersonal : Sentences.WelcomeGroup);

    /// <summary>Returns NewsBot's features, for places that do not show messages.</summary>
    public static JsonObject HelpCard(bool personal) =>
        Card(personal ? [Sentences.HelpBefore, Sentences.Commands] : [Sentences.HelpBefore, Sentences.Commands, Sentences.InChannel]);

    /// <summary>Returns the commands as buttons, with a text above them.</summary>
    public static JsonObject Card(IEnumerable<string> paragraphs) =>
        CardElements.Card(
            [
                .. paragraphs.Select(CardElements.Text),
                new JsonObject
                {
                    ["type"] = "Input.Text",
                    ["id"] = Verbs.QueryKey,
                    ["label"] = "Search the articles",
                    ["placeholder"] = "drone",
                    ["maxLength"] = 200,
                },
            ],
            [CardElements.Do("Sources", Verbs.Sources), CardElements.Do("Digest", Verbs.Digest), CardElements.Do("Help", Verbs.Help)]
        );
}
