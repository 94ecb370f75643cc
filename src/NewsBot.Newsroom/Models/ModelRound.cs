using Microsoft.Extensions.AI;

namespace NewsBot.Newsroom.Models;

/// <summary>What one request to the model came to.</summary>
internal sealed class ModelRound
{
    /// <summary>The call of the search tool; null when the model answered instead.</summary>
    public FunctionCallContent? Call { get; set; }

    /// <summary>Tokens read and written, as reported; 0 when nothing was.</summary>
    public long Tokens { get; set; }

    /// <summary>UTF-16 code units that the model wrote.</summary>
    public int Written { get; set; }

    /// <summary>Whether anything was received.</summary>
    public bool HasSpoken { get; set; }
}
