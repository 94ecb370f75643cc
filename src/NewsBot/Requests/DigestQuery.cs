using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Timelines;
using NewsBot.Wire;

namespace NewsBot.Requests;

/// <summary>Reads <c>?date=&amp;topic=</c>.</summary>
internal static class DigestQuery
{
    /// <summary>Returns the digest requested by an address, or what is wrong with it.</summary>
    /// <param name="query">The parameters.</param>
    /// <param name="desk">The reader's desk; null for one who may see everything.</param>
    public static (DigestRequest? Request, Problem? Problem) Read(IQueryCollection query, Desk? desk)
    {
        DateOnly? date = null;
        if (query["date"].ToString() is { Length: > 0 } written)
        {
            if (!Day.TryParse(written, out var day))
                return (null, new Problem(StatusCodes.Status400BadRequest, "The parameter date is not a day written YYYY-MM-DD."));
            date = day;
        }

        var topic = query["topic"].ToString().Trim();
        if (topic.Length > TimelineWriter.MaxTopicChars)
            return (null, CheckTopic(topic));
        return (
            new DigestRequest
            {
                Date = date,
                Topic = topic.Length == 0 ? null : topic,
                Desk = desk,
            },
            null
        );
    }

    /// <summary>Returns what is wrong with the topic of a timeline; null: nothing.</summary>
    public static Problem? CheckTopic(string topic) =>
        topic.Length switch
        {
            0 => new Problem(StatusCodes.Status400BadRequest, "The parameter topic is missing: the words that the timeline is about."),
            > TimelineWriter.MaxTopicChars => new Problem(
                StatusCodes.Status400BadRequest,
                $"The parameter topic is longer than {TimelineWriter.MaxTopicChars} characters."
            ),
            _ => null,
        };
}
