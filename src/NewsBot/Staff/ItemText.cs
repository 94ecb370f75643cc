using System.Globalization;
using NewsBot.Wire;

namespace NewsBot.Staff;

/// <summary>Writes the history of an item for staff. Text from articles and people is not escaped.</summary>
internal static class ItemText
{
    /// <summary>Returns what is known of a version besides its source and headline.</summary>
    public static string FactsOf(ItemVersionJson version)
    {
        string?[] facts =
        [
            version.State,
            version.Published is { } published ? Show(published) : "no date",
            version.Version is { } number ? $"version {number.ToString(CultureInfo.InvariantCulture)}" : null,
            version.Withdrawn is { } withdrawn ? $"withdrawn {Show(withdrawn)}" : null,
            version is { State: "embargoed", EmbargoedUntil: { } until }
                ? until.Year == DateTimeOffset.MaxValue.Year
                    ? "held until released"
                    : $"until {Show(until)}"
                : null,
        ];
        return string.Join(", ", facts.OfType<string>());
    }

    /// <summary>Returns who decided, when and why.</summary>
    public static string FactsOf(RulingJson ruling) =>
        $"{Show(ruling.At)}, by {ruling.By}{(ruling.Reason is { } reason ? $": {reason}" : "")}";

    /// <summary>Returns a time in the form that staff read.</summary>
    public static string Show(DateTimeOffset time) => time.UtcDateTime.ToString("d MMMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
