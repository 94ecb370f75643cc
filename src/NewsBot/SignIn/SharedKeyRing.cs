using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using NewsBot.Newsroom.State;

namespace NewsBot.SignIn;

/// <summary>
/// Keeps the keys that sign sessions in the state database, so that a person who is signed in at one host is so at all. Thread-safe.
/// </summary>
/// <param name="state">A database opened with <see cref="Schema"/>; not disposed of.</param>
internal sealed class SharedKeyRing(StateDatabase state) : IXmlRepository
{
    /// <summary>Gets the table.</summary>
    public static StateSchema Schema { get; } =
        new()
        {
            Feature = "sessions",
            Steps = ["CREATE TABLE session_key (name TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID"],
            PostgresSteps = ["CREATE TABLE session_key (name TEXT PRIMARY KEY, content TEXT NOT NULL)"],
        };

    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements() =>
        state
            .ReadAsync(
                db => db.Rows("SELECT content FROM session_key ORDER BY name", row => XElement.Parse(row.GetString(0))),
                CancellationToken.None
            )
            .GetAwaiter()
            .GetResult();

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName) =>
        state
            .WriteAsync(
                db =>
                    db.Run(
                        "INSERT INTO session_key (name, content) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET content = excluded.content",
                        friendlyName,
                        element.ToString(SaveOptions.DisableFormatting)
                    ),
                CancellationToken.None
            )
            .GetAwaiter()
            .GetResult();
}
