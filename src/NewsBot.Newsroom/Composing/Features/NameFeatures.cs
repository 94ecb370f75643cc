using NewsBot.Newsroom.Composing.Evidence;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Composing.Features;

/// <summary>Whether the sentence tells of those whom the question names, or only of what is theirs.</summary>
internal static class NameFeatures
{
    private const double Found = 0.6;

    public static void Write(FeatureWriter features, Reading reading)
    {
        int owners = 0, attributes = 0;
        foreach (var name in reading.Question.Names)
        {
            var last = name[^1];
            if (last.Word.IsPossessive) continue;
            var found = Enumerable.Range(0, reading.Words.Count).Where(position => reading.MatchAt(last, position).Strength >= Found).ToArray();
            if (found.Length == 0) continue;
            if (found.All(position => reading.Words[position].IsPossessive)) owners++;
            else if (found.All(position => Clause.FollowsPreposition(reading.Words, position))) attributes++;
        }

        features.Add("onlyOwner", owners);
        features.Add("onlyAfterPreposition", attributes);
    }
}
