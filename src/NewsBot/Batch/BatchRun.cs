using System.Text.Encodings.Web;
using System.Text.Json;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Wire;

namespace NewsBot.Batch;

/// <summary>Carries out JSON lines in order, and writes the result of each before it reads the next.</summary>
/// <param name="newsroom">Answers.</param>
/// <param name="rights">What the answers may show.</param>
/// <param name="by">Who asks, for the audit log.</param>
/// <param name="notes">Receives why a line failed.</param>
internal sealed class BatchRun(INewsroom newsroom, ReaderRights rights, AuditActor by, TextWriter notes)
{
    private const int MaxLineBytes = 1024 * 1024;

    private static readonly JsonWriterOptions LineOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Runs until the input ends.</summary>
    public async Task RunAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        var number = 0;
        using var buffer = new MemoryStream();
        await foreach (var line in BoundedLines.ReadAsync(input, MaxLineBytes, cancellationToken))
        {
            number++;
            if (!line.IsTooLong && line.Bytes.Span.Trim(" \t"u8).IsEmpty)
                continue;
            buffer.SetLength(0);
            await using (var writer = new Utf8JsonWriter(buffer, LineOptions))
            {
                if (line.IsTooLong)
                    WriteError(writer, null, $"The line is longer than {MaxLineBytes / 1024} KB.");
                else
                    await WriteAsync(writer, BatchRequest.Read(line.Bytes), number, cancellationToken);
            }

            buffer.WriteByte((byte)'\n');
            await output.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellationToken);
            await output.FlushAsync(cancellationToken);
        }
    }

    private async Task WriteAsync(Utf8JsonWriter writer, BatchRequest request, int number, CancellationToken cancellationToken)
    {
        if (request.Error is { } error)
        {
            WriteError(writer, request.Id, error);
            return;
        }

        try
        {
            if (request.Question is { } question)
            {
                var answer = AnswerJson.From(
                    await newsroom.AskAsync(question with { Desk = rights.Desk, AskedBy = by }, cancellationToken)
                );
                Begin(writer, request.Id, "answer");
                JsonSerializer.Serialize(writer, answer, NewsBotJson.Wire.AnswerJson);
            }
            else if (request.Ground is { } ground)
            {
                Begin(
                    writer,
                    request.Id,
                    VerdictJson.From(await newsroom.JudgeAsync(ground.Statement, [ground.Passage], cancellationToken))
                );
            }
            else
            {
                var passages = PassagesJson.From(await newsroom.SearchAsync(request.Search!, rights, cancellationToken)).Passages;
                newsroom.Record(by, AuditAction.Searched, rights.Desk, words: request.Search!.Text);
                Begin(writer, request.Id, "passages");
                JsonSerializer.Serialize(writer, passages, NewsBotJson.Wire.IReadOnlyListPassageJson);
            }

            writer.WriteEndObject();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The edge of a line: the other lines still run.
            await notes.WriteLineAsync($"Line {number} failed: {failure.Message.ReplaceLineEndings(" ")} ({failure.GetType().Name})");
            WriteError(writer, request.Id, "Something went wrong; see standard error.");
        }
    }

    private static void WriteError(Utf8JsonWriter writer, JsonElement? id, string error)
    {
        Begin(writer, id, "error");
        writer.WriteStringValue(error);
        writer.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter writer, JsonElement? id, VerdictJson verdict)
    {
        Begin(writer, id, "supported");
        writer.WriteBooleanValue(verdict.Supported);
        writer.WriteNumber("score", verdict.Score);
        writer.WriteStartArray("reasons");
        foreach (var reason in verdict.Reasons)
            writer.WriteStringValue(reason);
        writer.WriteEndArray();
    }

    private static void Begin(Utf8JsonWriter writer, JsonElement? id, string outcome)
    {
        writer.WriteStartObject();
        if (id is { } given)
        {
            // As received: a number keeps its digits and a string its escapes. It is valid, because it was valid JSON on one line.
            writer.WritePropertyName("id");
            writer.WriteRawValue(given.GetRawText(), skipInputValidation: true);
        }

        writer.WritePropertyName(outcome);
    }
}
