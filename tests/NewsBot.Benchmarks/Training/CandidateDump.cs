using System.Text.Encodings.Web;
using System.Text.Json;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Composing;
using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Composing.Reading;
using NewsBot.Newsroom.Composing.Scoring;
using NewsBot.Newsroom.Evaluation;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Benchmarks.Training;

/// <summary>
/// Writes, for questions of a file, the sentences that the product's own retrieval offers its reader: negatives to train on, and the base
/// of trials.
/// </summary>
internal static class CandidateDump
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(string archive, string questions, string output)
    {
        var cache = Path.Combine(Path.GetTempPath(), "newsbot-training");
        await using var articles = archive switch
        {
            "seeds" => await TrainingArchive.OfSeedsAsync(cache),
            "squad" => await TrainingArchive.OfSquadAsync(cache),
            _ => await TrainingArchive.OfNewsAsync(cache),
        };
        var retriever = new PassageRetriever(articles.Articles);
        var composer = new StatementComposer(AnswerModel.Default);
        await using var file = File.Create(output);
        foreach (var asked in EvaluationFile.Read(questions))
        {
            await using (var writer = new Utf8JsonWriter(file, Readable))
                await WriteAsync(writer, asked, retriever, composer);
            file.WriteByte((byte)'\n');
        }

        return 0;
    }

    private static async Task WriteAsync(
        Utf8JsonWriter writer,
        EvaluationQuestion asked,
        PassageRetriever retriever,
        StatementComposer composer
    )
    {
        var request = new QuestionRequest
        {
            Text = asked.Question,
            AsOf = asked.AsOf,
            Desk = null,
        };
        var text = AnnotatedText.Read(asked.Question);
        var passages = await retriever.RetrieveAsync(text, ReaderRights.Of(request), CancellationToken.None);
        var question = QuestionReader.Read(
            Wording.Restore(text, passages),
            asked.AsOf ?? passages.Max(passage => passage.Article.Article.PublishedOn)
        );
        var byWords = composer.Score(question, passages, asked.AsOf);
        var known = byWords.Candidates.ToLookup(one => (one.Candidate.Article.Id, one.Candidate.Range));
        writer.WriteStartObject();
        writer.WriteString("id", asked.Id);
        writer.WriteString("question", question.Text.Text);
        writer.WriteString("kind", question.Kind.ToString());
        writer.WriteNumber("words", byWords.Probability);
        writer.WriteStartArray("candidates");
        if (passages.Count > 0 && question.Terms.Count > 0)
        {
            var pool = new QuestionInPool(question, passages, CandidateReader.Read(passages), asked.AsOf);
            var named = new NamedThings(pool);
            foreach (var one in CandidateFilter.ToRead(pool, 2 * CandidateFilter.MaxCandidates, _ => true))
                Write(writer, one, named.AreHeld(one), known[(one.Candidate.Article.Id, one.Candidate.Range)].FirstOrDefault());
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, AlignedCandidate one, bool isNamed, ScoredCandidate? byWords)
    {
        var passage = CandidateReadings.TextOf(one.Candidate);
        writer.WriteStartObject();
        writer.WriteString("source", one.Candidate.Source);
        writer.WriteNumber("start", one.Candidate.Range.Start);
        writer.WriteString("headline", passage.Headline);
        writer.WriteString("published", passage.Published?.ToString("yyyy-MM-dd"));
        writer.WriteString("before", passage.Before);
        writer.WriteString("text", passage.Text);
        writer.WriteBoolean("named", isNamed);
        writer.WriteNumber("rank", one.Rank);
        writer.WriteNumber("score", one.Passage.Score);
        if (byWords is not null)
        {
            writer.WriteNumber("words", byWords.Probability);
            writer.WriteNumber("evidence", byWords.Evidence.Strength);
        }

        writer.WriteEndObject();
    }
}
