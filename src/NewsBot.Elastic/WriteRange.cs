namespace NewsBot.Elastic;

/// <summary>Represents consecutive numbers of writes.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last; not below the first.</param>
internal readonly record struct WriteRange(long First, long Last);
