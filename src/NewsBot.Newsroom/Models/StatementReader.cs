using System.Text;
using System.Text.Json;

namespace NewsBot.Newsroom.Models;

/// <summary>
/// Finds the statements in a stream of JSON, each as soon as it is complete: every object in an array in the outermost object. Text around
/// the outermost object (a fence, thoughts) is skipped. For one answer; not thread-safe.
/// </summary>
internal sealed class StatementReader
{
    private const int StatementDepth = 3;

    private readonly StringBuilder current = new();
    private int depth;
    private bool inString,
        isEscaped;

    /// <summary>Gets the length of what was read, in UTF-16 code units.</summary>
    public int Length { get; private set; }

    /// <summary>Gets a value indicating whether an outermost object was opened and closed.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Gets the number of objects in the place of statements that are not statements.</summary>
    public int Malformed { get; private set; }

    /// <summary>Takes the next piece and returns the statements that it completes.</summary>
    public IReadOnlyList<ModelStatement> Read(string piece)
    {
        var complete = new List<ModelStatement>();
        foreach (var c in piece)
        {
            Length++;
            if (IsComplete)
                continue;
            if (depth >= StatementDepth || (depth == StatementDepth - 1 && c == '{' && !inString))
                current.Append(c);
            if (!Step(c))
                continue;
            if (Parse(current.ToString()) is { } statement)
                complete.Add(statement);
            else
                Malformed++;
            current.Clear();
        }

        return complete;
    }

    /// <summary>Advances by one character; returns true when it closes an object in the place of a statement.</summary>
    private bool Step(char c)
    {
        if (inString)
        {
            (inString, isEscaped) = (c != '"' || isEscaped, c == '\\' && !isEscaped);
            return false;
        }

        switch (c)
        {
            case '"' when depth > 0:
                inString = true;
                return false;
            case '{':
            case '[' when depth > 0:
                depth++;
                return false;
            case '}' or ']' when depth > 0:
                depth--;
                IsComplete = depth == 0;
                return depth == StatementDepth - 1 && c == '}';
            default:
                return false;
        }
    }

    private static ModelStatement? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ModelJson.Default.ModelStatement);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
