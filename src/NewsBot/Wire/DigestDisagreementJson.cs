namespace NewsBot.Wire;

/// <summary>Represents statements that contradict each other.</summary>
/// <param name="Kind"><c>denial</c> or <c>number</c>.</param>
/// <param name="Statements">The claim and its denial, or the two counts.</param>
internal sealed record DigestDisagreementJson(string Kind, IReadOnlyList<StatementJson> Statements);
