using System.Text.Json.Serialization;

namespace NewsBot.Newsroom.Feedback;

[JsonSerializable(typeof(string[]))]
internal sealed partial class FeedbackJson : JsonSerializerContext;
