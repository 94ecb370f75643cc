using NewsBot.Newsroom.Audit;

namespace NewsBot.Newsroom.Desks;

/// <summary>Carries out commands that show desks and put conversations and people on them. Thread-safe.</summary>
/// <param name="register">The desks.</param>
/// <param name="time">The clock.</param>
/// <param name="audit">Records who changed what; null: nothing is recorded.</param>
public sealed class DeskCommands(DeskRegister register, TimeProvider time, AuditLog? audit = null)
{
    /// <summary>Carries out a command and returns what was done or is wrong: a few lines of plain text.</summary>
    public async Task<string> AnswerAsync(DeskRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        switch (request.Order)
        {
            case null:
                return request.Syntax.Usage;
            case DeskOrder.Show:
                return Show(request.Reader);
            case var _ when !request.MayManage:
                return $"Only people named in the setting Digests:Managers can list and change desks. {OwnId(request.Reader)}";
            case DeskOrder.List:
                return List();
            case DeskOrder.Assign set:
                return await SetAsync(request, set, cancellationToken).ConfigureAwait(false);
            case DeskOrder.Clear clear:
                return await ClearAsync(request, clear.Person, cancellationToken).ConfigureAwait(false);
            default:
                throw new ArgumentOutOfRangeException(nameof(request));
        }
    }

    private string Show(ReaderPlace place)
    {
        var sees = register.Current.Of(place) switch
        {
            null => "There is no desk for this conversation: it sees all articles except those under embargo.",
            var desk when register.Defined.Named(desk.Name) is null =>
                $"The desk of this conversation, {desk.Name}, is no longer in the settings: it sees no articles until it is given another.",
            var desk => $"The desk of this conversation is {desk.Name}: it sees {Articles(desk)}.",
        };
        return place.IsPersonal ? $"{sees} {OwnId(place)}".TrimEnd() : sees;
    }

    private string List()
    {
        if (register.Defined.All.Count == 0)
            return "There are no desks yet. They are defined in the settings, under Digests:Desks.";
        return string.Join(
            '\n',
            register
                .Current.All.Where(desk => register.Defined.Named(desk.Name) is not null)
                .Select(desk => $"{desk.Name}: sees {Articles(desk)}. Conversations: {desk.Channels.Count}, people: {desk.Users.Count}.")
        );
    }

    private async Task<string> SetAsync(DeskRequest request, DeskOrder.Assign set, CancellationToken cancellationToken)
    {
        var (id, isPerson) = (set.Person ?? request.Reader.Conversation, set.Person is not null);
        if (register.Defined.Named(set.Desk) is not { } desk)
            return register.Defined.All.Count == 0
                ? List()
                : $"There is no desk “{set.Desk}”. There are: {string.Join(", ", register.Defined.All.Select(one => one.Name))}.";
        if (FixedBySettings(id, isPerson) is { } refusal)
            return refusal;
        var assignment = new DeskAssignment(id, isPerson, desk.Name, request.Reader.Person ?? "", time.GetUtcNow());
        await register.AssignAsync(assignment, cancellationToken).ConfigureAwait(false);
        audit?.Record(request.By, AuditAction.DeskSet, id, desk.Name);
        return isPerson
            ? $"{id} is now on the desk {desk.Name}. It applies where no desk is set for the conversation: there they see {Articles(desk)}."
            : $"The desk of this conversation is now {desk.Name}: it sees {Articles(desk)}. This holds for what is posted here, too.";
    }

    private async Task<string> ClearAsync(DeskRequest request, string? person, CancellationToken cancellationToken)
    {
        var place = request.Reader;
        var (id, isPerson) = (person ?? place.Conversation, person is not null);
        if (FixedBySettings(id, isPerson) is { } refusal)
            return refusal;
        if (!await register.ClearAsync(id, isPerson, cancellationToken).ConfigureAwait(false))
            return isPerson ? $"No desk is set for {id}." : "No desk is set for this conversation.";
        audit?.Record(request.By, AuditAction.DeskCleared, id);
        return isPerson ? $"{id} is no longer on a desk." : $"Cleared. {Show(place with { Person = null })}";
    }

    private string? FixedBySettings(string id, bool isPerson) =>
        register.Defined.Naming(id, isPerson) is { } desk
            ? $"The settings put {(isPerson ? id : "this conversation")} on the desk {desk.Name}: change Digests:Desks:{desk.Name}:{(isPerson ? "Users" : "Channels")} there."
            : null;

    private static string OwnId(ReaderPlace place) => place.Person is { Length: > 0 } person ? $"Your id is {person}." : "";

    private static string Articles(Desk desk)
    {
        var parts = new[]
        {
            Part("section", desk.Articles.Sections),
            Part("outlet", desk.Articles.Outlets),
            Part("folder", desk.Articles.Folders),
        }.OfType<string>();
        var limits = string.Join("; ", parts);
        return (limits.Length == 0 ? "all articles" : $"the articles of {limits}")
            + (desk.SeesEmbargoed ? ", including those under embargo, marked as such" : ", except those under embargo");
    }

    private static string? Part(string name, IReadOnlyList<string> values) =>
        values.Count == 0 ? null : $"{name}{(values.Count == 1 ? "" : "s")} {string.Join(", ", values)}";
}
