using NewsBot.Archive.Splitting;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Composing.Reading;
using NewsBot.Newsroom.Grounding;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Checking;

/// <summary>Checks a text, sentence by sentence, against the nearest sentences of the articles. Thread-safe.</summary>
internal sealed class SentenceCheck(PassageRetriever retriever)
{
    /// <summary>Specifies the maximum number of sentences checked in a text; the rest are ignored.</summary>
    public const int MaxSentences = 12;

    /// <summary>Share of a sentence's content words that a sentence of an article must contain to be compared with it.</summary>
    private const double SameSubject = 0.4;

    /// <summary>The same share where words alone have to decide.</summary>
    private const double SameSubjectByWords = 0.65;

    /// <summary>Lowest probability, by both measures of the reading model, of a contradiction.</summary>
    private const double Contradicting = 0.6;

    private const int MinWords = 3;
    private const int Passages = 8;
    private const int MaxRead = 8;

    /// <summary>Checks the first <see cref="MaxSentences"/> sentences of a text, in order.</summary>
    public async Task<IReadOnlyList<CheckedSentence>> CheckAsync(
        string text,
        ReaderRights rights,
        IReadingModel? reader,
        CancellationToken cancellationToken
    )
    {
        var results = new List<CheckedSentence>();
        foreach (var range in SentenceSplitter.Split(text).Take(MaxSentences))
            results.Add(await CheckSentenceAsync(range.In(text), rights, reader, cancellationToken).ConfigureAwait(false));
        return results;
    }

    private async Task<CheckedSentence> CheckSentenceAsync(
        string sentence,
        ReaderRights rights,
        IReadingModel? reader,
        CancellationToken cancellationToken
    )
    {
        var stems = AnnotatedPassage.StemsOf([AnnotatedText.Read(sentence)]);
        if (stems.Count < MinWords)
            return new CheckedSentence(sentence, CheckVerdict.NotFound);
        var passages = await retriever.SearchAsync(sentence, Passages, rights, cancellationToken).ConfigureAwait(false);
        Candidate[] nearest =
        [
            .. CandidateReader
                .Read(passages)
                .SelectMany(passage => passage.Candidates)
                .Where(candidate => candidate.SentenceCount == 1 && !PageFurniture.Is(candidate.Words.Text))
                .Select(candidate => (Candidate: candidate, Share: ShareOf(stems, candidate)))
                .Where(one => one.Share >= (reader is null ? SameSubjectByWords : SameSubject))
                .OrderByDescending(one => one.Share)
                .Take(MaxRead)
                .Select(one => one.Candidate),
        ];

        // One article that supports it outweighs others that differ: reports are corrected, numbers grow.
        var otherwise = -1;
        for (var i = 0; i < nearest.Length; i++)
        {
            var verdict = GroundingJudge.Judge(sentence, [nearest[i].Words.Text], reader, cancellationToken);
            if (verdict.Supported)
                return Checked(sentence, CheckVerdict.Supported, nearest[i]);
            if (otherwise < 0 && SaysOtherwise(verdict))
                otherwise = i;
        }

        var contradicting = reader is null ? otherwise : FindContradiction(sentence, nearest, reader, cancellationToken);
        return contradicting >= 0
            ? Checked(sentence, CheckVerdict.Contradicted, nearest[contradicting])
            : new CheckedSentence(sentence, CheckVerdict.NotFound);
    }

    private static int FindContradiction(string sentence, Candidate[] nearest, IReadingModel reader, CancellationToken cancellationToken)
    {
        var entailments = reader.Entail(
            [.. nearest.Select(candidate => new Statement(sentence, new TextInContext { Text = candidate.Words.Text }))],
            cancellationToken
        );
        var relations = reader.Compare(
            [.. nearest.Select(candidate => (new TextInContext { Text = sentence }, CandidateReadings.TextOf(candidate)))],
            cancellationToken
        );
        return Enumerable
            .Range(0, nearest.Length)
            .Where(i => Math.Min(entailments[i].Contradicted, relations[i].Contradiction) >= Contradicting)
            .OrderByDescending(i => entailments[i].Contradicted)
            .FirstOrDefault(-1);
    }

    /// <summary>Determines whether what counts against the sentence is a number, a negation or an opposite, and not a name.</summary>
    private static bool SaysOtherwise(GroundingVerdict verdict) =>
        verdict.Reasons.Any(reason => IsOtherwise(reason.Fault))
        && verdict.Reasons.All(reason => IsOtherwise(reason.Fault) || reason.Fault == GroundingFault.Coverage);

    private static bool IsOtherwise(GroundingFault fault) =>
        fault is GroundingFault.Number or GroundingFault.Negation or GroundingFault.Opposite;

    private static double ShareOf(HashSet<string> stems, Candidate candidate)
    {
        var there = AnnotatedPassage.StemsOf([candidate.Words]);
        return (double)stems.Count(there.Contains) / stems.Count;
    }

    private static CheckedSentence Checked(string sentence, CheckVerdict verdict, Candidate evidence) =>
        new(sentence, verdict, evidence.Article.Article, evidence.Range);
}
