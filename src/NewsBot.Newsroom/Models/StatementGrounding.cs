using NewsBot.Archive.Passages;
using NewsBot.Archive.Splitting;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Grounding;
using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Models;

/// <summary>Judges the language model's statements. For one turn.</summary>
/// <param name="question">The question, in a form that can be understood by itself.</param>
/// <param name="shown">The passages of this turn; nothing else is evidence.</param>
/// <param name="extractive">The answer without a language model, which shows which sentences answer.</param>
/// <param name="reader">Reads what is worded differently from the quotes; null to go by words alone.</param>
internal sealed class StatementGrounding(string question, ShownPassages shown, Answer extractive, IReadingModel? reader)
{
    private const int MaxChars = 600;
    private const int MaxCitations = 6;

    /// <summary>Judges one statement.</summary>
    public GroundingOutcome Judge(ModelStatement statement, CancellationToken cancellationToken)
    {
        var text = (statement.Text ?? "").Trim();
        var reasons = new List<GroundingReason>();
        var evidence = Evidence(statement, reasons);
        if (text.Length is 0 or > MaxChars || evidence.Count == 0)
            reasons.Add(new(GroundingFault.Empty));
        if (reasons.Count > 0)
            return Replace(evidence, reasons);

        // A second sentence would be judged by the evidence of the first.
        if (SentenceSplitter.Split(text).Count > 1)
            reasons.Add(new(GroundingFault.Coverage));
        reasons.AddRange(
            GroundingJudge
                .JudgeWritten(text, [.. evidence.Select(one => one.Range.In(one.Article.Text))], reader, cancellationToken)
                .Reasons
        );
        if (!SpeaksOfQuestion(text, evidence))
            reasons.Add(new(GroundingFault.OffQuestion));
        return reasons.Count > 0
            ? Replace(evidence, reasons)
            : new GroundingOutcome(new GroundedStatement(text, evidence), IsReplaced: false, []);
    }

    private List<GroundedQuote> Evidence(ModelStatement statement, List<GroundingReason> reasons)
    {
        var evidence = new List<GroundedQuote>();
        foreach (var citation in (statement.Citations ?? []).Take(MaxCitations))
        {
            if (shown.Find(citation?.Passage) is not { } passage)
            {
                reasons.Add(new(GroundingFault.UnseenPassage));
            }
            else if (QuoteLocator.Find(passage, citation!.Quote ?? "") is not { } part)
            {
                reasons.Add(new(GroundingFault.AlteredQuote));
            }
            else
            {
                var range = QuoteLocator.ToSentences(passage.Passage, part);
                if (InstructionNear(passage, range) is { } phrase)
                    reasons.Add(new(GroundingFault.Instruction, phrase));
                else if (!evidence.Any(known => known.Article.Source == passage.Article.Article.Source && known.Range == range))
                    evidence.Add(new GroundedQuote(passage.Article.Article, passage.Passage.Range, range));
            }
        }

        return evidence;
    }

    /// <summary>Returns the words with which the sentences around a quote address a machine; null when there are none.</summary>
    private static string? InstructionNear(RetrievedPassage passage, TextRange range)
    {
        var sentences = passage.Passage.Sentences;
        var first = Math.Max(0, sentences.Index().First(sentence => sentence.Item.End > range.Start).Index - 1);
        for (var i = first; i < sentences.Count && (i == first || sentences[i - 1].Start < range.End); i++)
        {
            if (GroundingJudge.InstructionIn(AnnotatedText.Read(sentences[i].In(passage.Article.Article.Text))) is { } phrase)
                return phrase;
        }

        return null;
    }

    /// <summary>Replaces the language model's words by the quoted sentence where the extractive answer has it too.</summary>
    private GroundingOutcome Replace(IReadOnlyList<GroundedQuote> evidence, IReadOnlyList<GroundingReason> reasons)
    {
        var answering = extractive.Grounds.FirstOrDefault(ground => evidence.Any(one => one.Overlaps(ground.Evidence[0])));
        return answering is null
            ? new GroundingOutcome(null, IsReplaced: false, reasons)
            : new GroundingOutcome(answering with { Evidence = [answering.Evidence[0]] }, IsReplaced: true, reasons);
    }

    /// <summary>Determines whether the statement or its quotes mention at least one of the names in the question, if it has any.</summary>
    private bool SpeaksOfQuestion(string text, IReadOnlyList<GroundedQuote> evidence)
    {
        var asked = AnnotatedText.Read(question);
        var names = asked.Words.Where((word, i) => i > 0 && word.IsCapital && !word.IsStop && !TimeWords.IsCalendar(word)).ToArray();
        if (names.Length == 0 || QuestionRequest.MaxChars < question.Length)
            return true;
        var said = AnnotatedText.Read(string.Join(' ', evidence.Select(one => one.Range.In(one.Article.Text)).Prepend(text))).Words;
        return names.Any(name => said.Any(word => WordCover.Strength(name, word) >= RelatedWords.StandsFor));
    }
}
