using System.Data.Common;

namespace NewsBot.Newsroom.State;

/// <summary>Reads columns in the form in which <see cref="StateConnection"/> stores them.</summary>
public static class StateRows
{
    /// <summary>Returns a text; null for NULL.</summary>
    public static string? TextOrNull(this DbDataReader row, int column) => Read(row).IsDBNull(column) ? null : row.GetString(column);

    /// <summary>Returns a time, to the millisecond, in UTC.</summary>
    public static DateTimeOffset Time(this DbDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(Read(row).GetInt64(column));

    /// <summary>Returns a time, to the millisecond, in UTC; null for NULL.</summary>
    public static DateTimeOffset? TimeOrNull(this DbDataReader row, int column) => Read(row).IsDBNull(column) ? null : row.Time(column);

    /// <summary>Returns whether a condition holds: a number other than 0, or a boolean of the database.</summary>
    public static bool Flag(this DbDataReader row, int column) =>
        Convert.ToBoolean(Read(row).GetValue(column), System.Globalization.CultureInfo.InvariantCulture);

    private static DbDataReader Read(DbDataReader row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row;
    }
}
