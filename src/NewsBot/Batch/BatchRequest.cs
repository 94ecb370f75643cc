using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsBot.Newsroom.Questions;
using NewsBot.Search.Index;
using NewsBot.Wire;

namespace NewsBot.Batch;

/// <summary>Represents one line of a batch: a question, a search, a statement to judge, or the reason why it is none of them.</summary>
internal sealed record BatchRequest
{
    private const int MaxTop = 1000;
    private static readonly string[] Kinds = ["ask", "search", "ground"];
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Gets the caller's id, of any JSON type; null when the line has none.</summary>
    public JsonElement? Id { get; private init; }

    /// <summary>Gets the question; null for any other line.</summary>
    public QuestionRequest? Question { get; private init; }

    /// <summary>Gets the search; null for any other line.</summary>
    public PassageQuery? Search { get; private init; }

    /// <summary>Gets the statement to judge; null for any other line.</summary>
    public GroundRequest? Ground { get; private init; }

    /// <summary>Gets the reason why the line cannot be carried out; null when it can.</summary>
    public string? Error { get; private init; }

    /// <summary>Reads a line. Never throws on account of its content.</summary>
    public static BatchRequest Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            // The parser accepts invalid bytes inside strings until they are read.
            StrictUtf8.GetCharCount(line.Span);
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return new BatchRequest { Error = "The line is not a JSON object." };
            JsonElement? id = document.RootElement.TryGetProperty("id", out var given) ? given.Clone() : null;
            return Read(document.RootElement) with { Id = id };
        }
        catch (JsonException error)
        {
            return new BatchRequest { Error = $"The line is not valid JSON (byte {(error.BytePositionInLine ?? 0) + 1})." };
        }
        catch (DecoderFallbackException)
        {
            return new BatchRequest { Error = "The line is not valid UTF-8." };
        }
        catch (InvalidOperationException)
        {
            // The name of a property, which the parser reads only to compare it.
            return new BatchRequest { Error = "The line has a property whose name contains half a character (such as \\ud800 alone)." };
        }
    }

    private static BatchRequest Read(JsonElement line)
    {
        var kinds = Kinds.Where(kind => line.TryGetProperty(kind, out _)).ToList();
        if (kinds is not [var kind])
            return Refuse("The line needs one of \"ask\", \"search\" and \"ground\".");
        if (kind == "ground")
            return ReadGround(line.GetProperty(kind));
        if (!TryReadText(line, kind, out var text))
            return Refuse($"\"{kind}\" is not a string.");
        DateOnly? asOf = null;
        if (Has(line, "asOf"))
        {
            if (!TryReadText(line, "asOf", out var written) || !Day.TryParse(written, out var day))
                return Refuse("\"asOf\" is not a day written YYYY-MM-DD.");
            asOf = day;
        }

        return kind == "ask" ? ReadQuestion(line, text, asOf) : ReadSearch(line, text, asOf);
    }

    private static BatchRequest ReadQuestion(JsonElement line, string text, DateOnly? asOf)
    {
        string? conversation = null;
        if (Has(line, "conversation") && (!TryReadText(line, "conversation", out conversation) || conversation.Length == 0))
            return Refuse("\"conversation\" is empty or not a string.");
        return new BatchRequest
        {
            Question = new QuestionRequest
            {
                Text = text,
                AsOf = asOf,
                Conversation = conversation is null ? null : $"batch:{conversation}",
                Desk = null,
            },
        };
    }

    private static BatchRequest ReadSearch(JsonElement line, string text, DateOnly? asOf)
    {
        var top = 10;
        if (
            Has(line, "top")
            && (
                line.GetProperty("top") is not { ValueKind: JsonValueKind.Number } number
                || !number.TryGetInt32(out top)
                || top is < 1 or > MaxTop
            )
        )
            return Refuse(string.Create(CultureInfo.InvariantCulture, $"\"top\" is not a number from 1 to {MaxTop}."));
        return new BatchRequest
        {
            Search = new PassageQuery
            {
                Text = text,
                Top = top,
                AsOf = asOf,
            },
        };
    }

    private static BatchRequest ReadGround(JsonElement ground)
    {
        if (
            ground.ValueKind != JsonValueKind.Object
            || !Has(ground, "passage")
            || !Has(ground, "statement")
            || !TryReadText(ground, "passage", out var passage)
            || !TryReadText(ground, "statement", out var statement)
        )
            return Refuse("\"ground\" is not an object with the strings \"passage\" and \"statement\".");
        if (statement.Length > GroundJson.MaxStatementChars)
            return Refuse(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\"statement\" has {statement.Length:N0} characters; it is one sentence of at most {GroundJson.MaxStatementChars:N0}."
                )
            );
        return new BatchRequest { Ground = new GroundRequest(passage, statement) };
    }

    private static bool Has(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    private static bool TryReadText(JsonElement line, string name, out string text)
    {
        text = "";
        var value = line.GetProperty(name);
        if (value.ValueKind != JsonValueKind.String)
            return false;
        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape.
            return false;
        }
    }

    private static BatchRequest Refuse(string error) => new() { Error = error };
}
