using System.Text.Json.Nodes;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Rendering;

/// <summary>Lays out help and welcome.</summary>
internal static class HelpMessage
{
    public static Activity Help(bool personal) => AnswerMessage.Text(personal ? Sentences.Help : Sentences.Help + Sentences.InChannel) with
    {
        Attachments = [CardElements.Attach(Card([]))],
    };

    /// <summary>Without the card: clients show text and card as two messages, which is one too many for a greeting.</summary>
    public static Activity Welcome(bool personal) => AnswerMessage.Text(personal ? Sentences.WelcomePersonal : Sentences.WelcomeGroup);

    /// <summary>The commands as buttons, with something said above them.</summary>
    public static JsonObject Card(IEnumerable<string> paragraphs) => CardElements.Card(
        [
            .. paragraphs.Select(CardElements.Text),
            new JsonObject { ["type"] = "Input.Text", ["id"] = Verbs.QueryKey, ["label"] = "Search the articles", ["placeholder"] = "drone", ["maxLength"] = 200 },
        ],
        [
            CardElements.Do("Sources", Verbs.Sources),
            CardElements.Do("Digest", Verbs.Digest),
            CardElements.Do("Help", Verbs.Help),
        ]);
}
