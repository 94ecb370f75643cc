using Microsoft.Data.Sqlite;

namespace NewsBot.Newsroom.State;

/// <summary>Reads columns in the form in which <see cref="StateConnection"/> stores them.</summary>
public static class StateRows
{
    /// <summary>Returns a text; null for NULL.</summary>
    public static string? TextOrNull(this SqliteDataReader row, int column) => Read(row).IsDBNull(column) ? null : row.GetString(column);

    /// <summary>Returns a time, to the millisecond, in UTC.</summary>
    public static DateTimeOffset Time(this SqliteDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(Read(row).GetInt64(column));

    /// <summary>Returns a time, to the millisecond, in UTC; null for NULL.</summary>
    public static DateTimeOffset? TimeOrNull(this SqliteDataReader row, int column) => Read(row).IsDBNull(column) ? null : row.Time(column);

    private static SqliteDataReader Read(SqliteDataReader row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row;
    }
}
