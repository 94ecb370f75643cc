using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Composing.Features;

/// <summary>Measures whether the sentence is about those whom the question names, or only about what belongs to them.</summary>
internal static class NameFeatures
{
    private const double Found = 0.6;

    public static void Write(FeatureWriter features, AlignedCandidate aligned)
    {
        int owners = 0,
            attributes = 0;
        foreach (var name in aligned.Question.Names)
        {
            var last = name[^1];
            if (last.Word.IsPossessive)
                continue;
            var found = Enumerable
                .Range(0, aligned.Words.Count)
                .Where(position => aligned.MatchAt(last, position).Strength >= Found)
                .ToArray();
            if (found.Length == 0)
                continue;
            if (found.All(position => aligned.Words[position].IsPossessive))
                owners++;
            else if (found.All(position => Clause.FollowsPreposition(aligned.Words, position)))
                attributes++;
        }

        features.Add("onlyOwner", owners);
        features.Add("onlyAfterPreposition", attributes);
    }
}
