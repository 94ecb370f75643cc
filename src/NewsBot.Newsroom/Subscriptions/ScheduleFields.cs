namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Represents a schedule typed into separate fields; a field left out is null or empty. Immutable.</summary>
/// <param name="Time">The time of day, such as <c>08:00</c>.</param>
/// <param name="Zone">The time zone, such as <c>Europe/London</c>.</param>
/// <param name="Days">Days of the week, such as <c>weekdays</c> or <c>mon,thu</c>.</param>
/// <param name="Topic">The words that the digest is about.</param>
public sealed record ScheduleFields(string? Time, string? Zone, string? Days, string? Topic);
