using LiteDB;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Writing;

namespace NewsBot.Archive.LiteDb.Documents;

/// <summary>
/// Reads and writes the fields of an article's state. Fields without a value are absent, as in every document written before there were
/// states.
/// </summary>
internal static class StateFields
{
    /// <summary>Writes the state that the article came with.</summary>
    public static void Write(BsonDocument document, Article article)
    {
        Set(document, "state", article.State == ArticleState.Published ? BsonValue.Null : (int)article.State);
        Set(document, "embargo", Time(article.EmbargoedUntil));
        Set(document, "version", article.Version is { } version ? version : BsonValue.Null);
        Set(document, "item", article.ItemId);
        Set(document, "replaces", article.Replaces);
        Set(document, "note", article.StateNote);
        Set(document, "fromText", article.IsStateReadFromText ? true : BsonValue.Null);
    }

    /// <summary>Returns the article with its state.</summary>
    public static Article Read(BsonDocument document, Article article) =>
        article with
        {
            State = (ArticleState)(document["state"].IsInt32 ? document["state"].AsInt32 : 0),
            EmbargoedUntil = Time(document["embargo"]),
            Version = document["version"].IsInt32 ? document["version"].AsInt32 : null,
            ItemId = Text(document["item"]),
            Replaces = Text(document["replaces"]),
            StateNote = Text(document["note"]),
            IsStateReadFromText = document["fromText"].IsBoolean,
        };

    /// <summary>Writes an article's standing, stage and changes. Changes equal to the latest one are absent.</summary>
    public static void WritePlace(BsonDocument document, ArticleRow row)
    {
        document["change"] = row.Change;
        Set(document, "arrived", row.Arrived == row.Change ? BsonValue.Null : row.Arrived);
        Set(document, "shown", row.Shown == row.Change ? BsonValue.Null : row.Shown);
        Set(document, "held", row.IsHeld ? true : BsonValue.Null);
        Write(document, row.Standing, row.Stage);
    }

    private static void Write(BsonDocument document, ArticleStanding standing, ArticleStage stage)
    {
        Set(document, "superseded", Time(standing.SupersededFrom));
        Set(document, "released", standing.IsReleased ? true : BsonValue.Null);
        Set(document, "stage", stage == ArticleStage.Current ? BsonValue.Null : (int)stage);
        Set(
            document,
            "withdrawn",
            standing.Withdrawal is not { } withdrawal
                ? BsonValue.Null
                : new BsonDocument
                {
                    ["at"] = withdrawal.At.ToUnixTimeMilliseconds(),
                    ["reason"] = withdrawal.Reason,
                    ["by"] = withdrawal.By,
                    ["version"] = withdrawal.Version is { } version ? version : BsonValue.Null,
                    ["change"] = withdrawal.Change,
                }
        );
    }

    /// <summary>Returns the article's standing.</summary>
    public static ArticleStanding StandingOf(BsonDocument document)
    {
        var (superseded, withdrawn, released) = (document["superseded"], document["withdrawn"], document["released"]);
        return superseded.IsNull && withdrawn.IsNull && released.IsNull
            ? ArticleStanding.Alone
            : new ArticleStanding
            {
                SupersededFrom = Time(superseded),
                IsReleased = released.IsBoolean,
                Withdrawal = !withdrawn.IsDocument
                    ? null
                    : new Withdrawal(
                        Time(withdrawn["at"])!.Value,
                        Text(withdrawn["reason"]),
                        Text(withdrawn["by"]),
                        withdrawn["version"].IsInt32 ? withdrawn["version"].AsInt32 : null,
                        withdrawn["change"].AsInt64
                    ),
            };
    }

    /// <summary>Returns the stage last counted and recorded as a change.</summary>
    public static ArticleStage StageOf(BsonDocument document) =>
        document["stage"].IsInt32 ? (ArticleStage)document["stage"].AsInt32 : ArticleStage.Current;

    /// <summary>Marks the document as the earlier content of a source.</summary>
    public static void SetEarlier(BsonDocument document, string source, int number) =>
        (document["earlierOf"], document["earlier"]) = (source, number);

    /// <summary>Returns the number of the change that brought the content; later ones only moved it among the versions.</summary>
    public static long ArrivedOf(BsonDocument document) =>
        document["arrived"].IsInt64 ? document["arrived"].AsInt64 : document["change"].AsInt64;

    /// <summary>Returns the number of the change since which readers see this content.</summary>
    public static long ShownOf(BsonDocument document) => document["shown"].IsInt64 ? document["shown"].AsInt64 : document["change"].AsInt64;

    private static BsonValue Time(DateTimeOffset? time) =>
        time is { } known ? new BsonValue(known.ToUnixTimeMilliseconds()) : BsonValue.Null;

    private static DateTimeOffset? Time(BsonValue value) => value.IsInt64 ? DateTimeOffset.FromUnixTimeMilliseconds(value.AsInt64) : null;

    private static string? Text(BsonValue value) => value.IsString ? value.AsString : null;

    private static void Set(BsonDocument document, string field, BsonValue value)
    {
        if (value.IsNull)
            document.Remove(field);
        else
            document[field] = value;
    }
}
