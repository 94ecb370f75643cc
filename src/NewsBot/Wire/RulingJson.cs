namespace NewsBot.Wire;

/// <summary>Represents a decision of staff.</summary>
internal sealed record RulingJson(string Verb, string Source, DateTimeOffset At, string By, string? Reason);
