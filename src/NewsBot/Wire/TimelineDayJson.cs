namespace NewsBot.Wire;

/// <summary>Represents a day of a timeline.</summary>
/// <param name="Date">Day of publication, or null.</param>
/// <param name="Statements">What was reported.</param>
internal sealed record TimelineDayJson(DateOnly? Date, IReadOnlyList<StatementJson> Statements);
