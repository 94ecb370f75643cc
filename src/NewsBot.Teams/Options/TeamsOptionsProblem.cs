namespace NewsBot.Teams.Options;

/// <summary>Represents a setting that cannot be used.</summary>
/// <param name="Key">The setting's key, such as <c>Teams:AppPassword</c>.</param>
/// <param name="Remedy">What is wrong and what to do, on one line without the value of a secret.</param>
public sealed record TeamsOptionsProblem(string Key, string Remedy);
