using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Wire;

/// <summary>Specifies how every JSON document is written: camel case, UTF-8, escaped only where JSON requires it.</summary>
/// <remarks>
/// The relaxed encoder leaves &lt; and &amp; as they are, which is right for application/json and wrong inside HTML: none of this belongs
/// in a page.
/// </remarks>
[JsonSerializable(typeof(AnswerJson))]
[JsonSerializable(typeof(ArrivalJson))]
[JsonSerializable(typeof(ArticleJson))]
[JsonSerializable(typeof(AskJson))]
[JsonSerializable(typeof(AuditJson))]
[JsonSerializable(typeof(DigestJson))]
[JsonSerializable(typeof(EvaluationJson))]
[JsonSerializable(typeof(GroundJson))]
[JsonSerializable(typeof(GroupedArticleJson))]
[JsonSerializable(typeof(HealthJson))]
[JsonSerializable(typeof(IngestReportJson))]
[JsonSerializable(typeof(IReadOnlyList<PassageJson>))]
[JsonSerializable(typeof(IReadOnlyList<KeyJson>))]
[JsonSerializable(typeof(ItemJson))]
[JsonSerializable(typeof(KeyJson))]
[JsonSerializable(typeof(PassagesJson))]
[JsonSerializable(typeof(ProblemJson))]
[JsonSerializable(typeof(TimelineJson))]
[JsonSerializable(typeof(VerdictJson))]
[JsonSerializable(typeof(WebhookJson<AlertJson>))]
[JsonSerializable(typeof(WebhookJson<DigestJson>))]
internal sealed partial class NewsBotJson : JsonSerializerContext
{
    /// <summary>Gets the instance to use.</summary>
    public static NewsBotJson Wire { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
}
