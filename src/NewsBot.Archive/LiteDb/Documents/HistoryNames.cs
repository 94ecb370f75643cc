using System.Security.Cryptography;
using LiteDB;

namespace NewsBot.Archive.LiteDb.Documents;

/// <summary>Provides names for all that led to a change.</summary>
internal static class HistoryNames
{
    private const int KeptNames = 1000;

    /// <summary>Names what follows from this change on, and deletes the oldest names.</summary>
    public static void Add(ILiteCollection<BsonDocument> histories, long start)
    {
        histories.Insert(new BsonDocument { ["_id"] = start, ["name"] = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)) });
        if (histories.Query().OrderByDescending("$._id").Skip(KeptNames).Limit(1).FirstOrDefault() is { } tooOld)
            histories.DeleteMany(BsonExpression.Create("$._id <= @0", tooOld["_id"]));
    }

    /// <summary>Returns the name for a change; null when it was deleted.</summary>
    public static string? Find(ILiteCollection<BsonDocument> histories, long change) =>
        histories
            .Query()
            .Where(BsonExpression.Create("$._id <= @0", change))
            .OrderByDescending("$._id")
            .Limit(1)
            .FirstOrDefault()
            ?["name"].AsString;
}
