using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding.Vetoes;

/// <summary>Rejects a statement whose speaker does not say the same in the evidence.</summary>
internal static class SpeakerVeto
{
    public static void Find(Alignment alignment, List<GroundingReason> reasons)
    {
        var main = SpeechAct.FindAll(alignment.Main.Text).Where(act => act.Speakers.Count > 0).ToArray();
        foreach (var act in SpeechAct.FindAll(alignment.Claim))
        {
            if (act.Heads.Count == 0)
                continue;
            // "Valen warned Moss, but Moss told the council": each verb has its own speaker.
            var byVerb = main.Where(found => alignment.Strength(act.Verb, alignment.Main.Start + found.Verb) >= WordCover.OtherForm)
                .ToArray();
            var isSame =
                main.Length > 0
                    ? (byVerb.Length > 0 ? byVerb : main).Any(found => SameSpeaker(alignment, act, alignment.Main, found))
                    : alignment.Evidence.Sentences.Any(sentence =>
                        SpeechAct.FindAll(sentence.Text).Any(found => SameSpeaker(alignment, act, sentence, found))
                    );
            if (isSame)
                continue;
            reasons.Add(new(GroundingFault.Speaker, alignment.Claim.Words[act.Heads[^1]].Folded));
            return;
        }
    }

    private static bool SameSpeaker(Alignment alignment, SpeechAct claimed, EvidenceSentence sentence, SpeechAct found) =>
        claimed.Heads.Any(head =>
            found.Speakers.Any(speaker => alignment.Strength(head, sentence.Start + speaker) >= RelatedWords.StandsFor)
        );
}
