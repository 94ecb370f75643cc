using System.Text.Json.Nodes;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Rendering;

/// <summary>Lays out help and welcome.</summary>
internal static class HelpMessage
{
    public static Activity Help(bool personal) => CardElements.Message("What NewsBot can do", HelpCard(personal));

    /// <summary>Without a card: a greeting should be short.</summary>
    public static Activity Welcome(bool personal) => AnswerMessage.Text(personal ? Sentences.WelcomePersonal : Sentences.WelcomeGroup);

    /// <summary>What NewsBot can do, for what shows no messages.</summary>
    public static JsonObject HelpCard(bool personal) =>
        Card(personal ? [Sentences.HelpBefore, Sentences.Commands] : [Sentences.HelpBefore, Sentences.Commands, Sentences.InChannel]);

    /// <summary>The commands as buttons, with something said above them.</summary>
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
