namespace NewsBot.Wire;

/// <summary>Represents an RFC 9457 problem document.</summary>
/// <param name="Type"><c>about:blank</c>: the status says what kind of problem it is.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What went wrong, and the remedy.</param>
/// <param name="Instance">The requested path.</param>
internal sealed record ProblemJson(string Type, string Title, int Status, string Detail, string Instance);
