using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Desks;

namespace NewsBot.Discord.Commands;

/// <summary>Reads and shows how <c>/desk</c> is entered.</summary>
internal static class DeskInput
{
    /// <summary>Gets the commands for desks, in plain text.</summary>
    public static DeskSyntax Syntax { get; } =
        new(
            $"Examples: /{CommandNames.Desk} {CommandNames.Show}, /{CommandNames.Desk} {CommandNames.List}, "
                + $"/{CommandNames.Desk} {CommandNames.Set} {CommandNames.Name}:Sports, /{CommandNames.Desk} {CommandNames.Clear}."
        );

    /// <summary>Returns what a command asks for; null when it is incomplete.</summary>
    public static DeskOrder? Read(InteractionJson interaction)
    {
        var person = CommandInput.Text(interaction, CommandNames.Person) is { Length: > 0 } id ? id : null;
        return CommandInput.Subcommand(interaction) switch
        {
            CommandNames.Show => new DeskOrder.Show(),
            CommandNames.List => new DeskOrder.List(),
            CommandNames.Set when CommandInput.Text(interaction, CommandNames.Name).Trim() is { Length: > 0 } name => new DeskOrder.Assign(
                name,
                person
            ),
            CommandNames.Clear => new DeskOrder.Clear(person),
            _ => null,
        };
    }
}
