using System.Security.Claims;
using NewsBot.Newsroom.Desks;
using NewsBot.Settings;

namespace NewsBot.Access;

/// <summary>Determines the role and the desk of people who signed in, from their claims and the settings. Thread-safe.</summary>
/// <param name="settings">Name the desks and roles of people and groups.</param>
/// <param name="register">The desks, with people put on them by commands.</param>
internal sealed class SignedInPeople(NewsBotSettings settings, DeskRegister register)
{
    /// <summary>Specifies the claims that are kept of a person, besides their groups.</summary>
    public static readonly string[] Kept = ["sub", "oid", "name", "preferred_username", "email", "email_verified"];

    /// <summary>Returns the person; null if nobody signed in.</summary>
    public Caller? Of(ClaimsPrincipal principal, bool isLocal)
    {
        if (principal.Identity?.IsAuthenticated != true || principal.FindFirstValue("sub") is not { Length: > 0 } subject)
            return null;
        // An address that the provider has not verified may be anybody's.
        var email = principal.FindFirstValue("email_verified") is "false" or "False" ? null : principal.FindFirstValue("email");
        string[] ids = [.. new[] { subject, principal.FindFirstValue("oid"), email }.OfType<string>()];
        string[] groups = [.. principal.FindAll(settings.Access.SignIn!.DeskClaim).Select(claim => claim.Value)];
        var role =
            Names(settings.Access.Admins) ? AccessScope.Admin
            : settings.Access.Readers.Count == 0 || Names(settings.Access.Readers) ? AccessScope.Read
            : AccessScope.None;
        var name = principal.FindFirstValue("name") ?? email ?? principal.FindFirstValue("preferred_username") ?? subject;
        return Caller.Person(subject, name, role, DeskOf(ids, email, groups), isLocal);

        bool Names(IReadOnlyList<string> list) =>
            list.Any(one =>
                ids.Contains(one, StringComparer.Ordinal)
                || groups.Contains(one, StringComparer.Ordinal)
                || one.Equals(email, StringComparison.OrdinalIgnoreCase)
            );
    }

    private string? DeskOf(string[] ids, string? email, string[] groups) =>
        register
            .Current.All.FirstOrDefault(desk =>
                desk.Users.Any(user => ids.Contains(user, StringComparer.Ordinal) || user.Equals(email, StringComparison.OrdinalIgnoreCase))
            )
            ?.Name
        ?? settings
            .Digests.DeskGroups.FirstOrDefault(desk => desk.Groups.Any(group => groups.Contains(group, StringComparer.Ordinal)))
            .Desk;
}
