using NewsBot.Archive.Splitting;
using NewsBot.Newsroom;
using NewsBot.Search.Index;

namespace NewsBot.Discord.Checking;

/// <summary>
/// Compares each sentence of a message with the archive's sentences that come nearest. It compares words, numbers and denials; it does
/// not reason, and says so to the reader.
/// </summary>
internal sealed class MessageCheck(INewsroom newsroom)
{
    /// <summary>Sentences of a message that are checked; the others are left out.</summary>
    public const int MaxSentences = 12;

    /// <summary>The part of a sentence's terms that an archive sentence must have to say the same.</summary>
    public const double SupportedAt = 0.8;

    /// <summary>The part of a sentence's terms that an archive sentence must have to be about the same thing.</summary>
    public const double SameSubjectAt = 0.65;

    /// <summary>A sentence with fewer terms says too little to be compared.</summary>
    private const int MinTerms = 2;

    private const int Passages = 8;

    /// <summary>The message's sentences, in order.</summary>
    public async Task<IReadOnlyList<CheckedSentence>> CheckAsync(string message, CancellationToken cancellationToken)
    {
        var results = new List<CheckedSentence>();
        foreach (var sentence in SentenceSplitter.Split(message).Take(MaxSentences))
            results.Add(await CheckSentenceAsync(sentence.In(message), cancellationToken));
        return results;
    }

    private async Task<CheckedSentence> CheckSentenceAsync(string sentence, CancellationToken cancellationToken)
    {
        var claim = SentenceFacts.Of(sentence);
        if (claim.Terms.Count < MinTerms) return new CheckedSentence(sentence, Verdict.NotFound);
        CheckedSentence? contradiction = null;
        foreach (var passage in await newsroom.SearchAsync(new PassageQuery { Text = sentence, Top = Passages }, cancellationToken))
        {
            foreach (var range in passage.Passage.Sentences)
            {
                var article = passage.Article.Article;
                switch (Compare(claim, SentenceFacts.Of(range.In(article.Text)), out var difference))
                {
                    case Verdict.Supported:
                        // One article that says it outweighs others that differ: reports are corrected, numbers grow.
                        return new CheckedSentence(sentence, Verdict.Supported, article, range);
                    case Verdict.Contradicted:
                        contradiction ??= new CheckedSentence(sentence, Verdict.Contradicted, article, range, difference);
                        break;
                }
            }
        }

        return contradiction ?? new CheckedSentence(sentence, Verdict.NotFound);
    }

    private static Verdict Compare(SentenceFacts claim, SentenceFacts evidence, out string? difference)
    {
        difference = null;
        var shared = claim.Terms.Count(evidence.Terms.Contains) / (double)claim.Terms.Count;
        if (shared < SameSubjectAt) return Verdict.NotFound;
        if (claim.IsDenied != evidence.IsDenied)
        {
            difference = "one says it, the other denies it";
            return Verdict.Contradicted;
        }

        var missing = claim.Numbers.Where(number => !evidence.Numbers.Contains(number)).ToList();
        if (missing.Count == 0) return shared >= SupportedAt ? Verdict.Supported : Verdict.NotFound;
        // A number that the archive's sentence does not give at all is no contradiction.
        if (evidence.Numbers.Count == 0) return Verdict.NotFound;
        difference = $"the message has {string.Join(", ", missing)}, the article {string.Join(", ", evidence.Numbers)}";
        return Verdict.Contradicted;
    }
}
