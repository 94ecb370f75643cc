using System.Security.Cryptography;
using System.Text.Json;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Discord.Commands;

/// <summary>Represents the commands as they are registered with Discord.</summary>
internal static class CommandSet
{
    private const int Subcommand = 1;
    private const int Text = 3;
    private const int YesOrNo = 5;
    private const int User = 6;
    private const int ManageServer = 1 << 5;
    private static readonly int[] Everywhere = [0, 1];
    private static readonly int[] InServers = [0];

    private static readonly CommandOption TimeOfDay = new()
    {
        Type = Text,
        Name = CommandNames.Time,
        Description = "Such as 08:00",
        MaxLength = 5,
    };
    private static readonly CommandOption Zone = new()
    {
        Type = Text,
        Name = CommandNames.Zone,
        Description = "Time zone, such as Europe/London",
        MaxLength = 60,
    };
    private static readonly CommandOption Days = new()
    {
        Type = Text,
        Name = CommandNames.Days,
        Description = "daily, weekdays, weekends, or days such as mon,thu",
        MaxLength = 60,
    };
    private static readonly CommandOption Topic = new()
    {
        Type = Text,
        Name = CommandNames.Topic,
        Description = "The topic, in a few words",
        MaxLength = 100,
    };
    private static readonly CommandOption Number = new()
    {
        Type = Text,
        Name = CommandNames.Number,
        Description = "Its number in the list",
        MaxLength = 2,
    };

    private static readonly CommandOption DeskName = new()
    {
        Type = Text,
        Name = CommandNames.Name,
        Description = "The desk's name in the settings",
        Required = true,
        MaxLength = 100,
    };
    private static readonly CommandOption Person = new()
    {
        Type = User,
        Name = CommandNames.Person,
        Description = "The person; without one, this channel",
    };

    /// <summary>Gets all commands.</summary>
    public static IReadOnlyList<CommandDefinition> All { get; } =
    [
        Slash(
            CommandNames.Ask,
            "Ask the newsroom's archive; every sentence of the answer has a source",
            Everywhere,
            new CommandOption
            {
                Type = Text,
                Name = CommandNames.Question,
                Description = "What do you want to know?",
                Required = true,
                MaxLength = QuestionRequest.MaxChars,
            },
            new CommandOption
            {
                Type = YesOrNo,
                Name = CommandNames.Private,
                Description = "Show the answer only to you",
            }
        ),
        Slash(
            CommandNames.Sources,
            "Find the matching passages, best first",
            Everywhere,
            new CommandOption
            {
                Type = Text,
                Name = CommandNames.Query,
                Description = "Names or words to look for",
                Required = true,
                Autocomplete = true,
                MaxLength = 300,
            }
        ),
        Slash(
            CommandNames.Article,
            "Read a whole article",
            Everywhere,
            new CommandOption
            {
                Type = Text,
                Name = CommandNames.Source,
                Description = "Start typing its headline, or enter its source",
                Required = true,
                Autocomplete = true,
                MaxLength = 1000,
            }
        ),
        Slash(
            CommandNames.Digest,
            "What happened on a day",
            Everywhere,
            Sub(CommandNames.Today, "The digest of the newest day"),
            Sub(
                CommandNames.Date,
                "The digest of a day",
                new CommandOption
                {
                    Type = Text,
                    Name = CommandNames.Day,
                    Description = "Such as 2026-05-03",
                    Required = true,
                    MaxLength = 10,
                }
            ),
            Sub(
                CommandNames.Subscribe,
                "Get the digest in this channel at a time of day",
                [Required(TimeOfDay), Required(Zone), Days, Topic]
            ),
            Sub(
                CommandNames.Change,
                "Change the time or the topic of a digest in this channel",
                [Required(Number), TimeOfDay, Zone, Days, Topic]
            ),
            Sub(CommandNames.Stop, "Stop a digest in this channel", Number),
            Sub(CommandNames.List, "List the digests in this channel")
        ),
        Slash(
            CommandNames.Alert,
            "Hear of new articles in this channel",
            Everywhere,
            Sub(
                CommandNames.Add,
                "Post new articles in this channel as they come in",
                new CommandOption
                {
                    Type = Text,
                    Name = CommandNames.Words,
                    Description = "Such as: drone \"Red Square\" outlet:Reuters. Or: there is an answer to \"Who flew it?\"",
                    Required = true,
                    MaxLength = 300,
                },
                new CommandOption
                {
                    Type = Text,
                    Name = CommandNames.When,
                    Description = "hourly, or daily 08:00 Europe/London; at once if left out",
                    MaxLength = 80,
                }
            ),
            Sub(
                CommandNames.Follow,
                "Post what is new in a story of the last digest here",
                Required(Number) with
                {
                    Description = "The story's number in the digest",
                }
            ),
            Sub(CommandNames.List, "List the alerts in this channel"),
            Sub(CommandNames.Stop, "End an alert in this channel", Number),
            Sub(CommandNames.Pause, "Pause an alert in this channel", Number),
            Sub(CommandNames.Resume, "Resume an alert, with what came meanwhile in one post", Number),
            Sub(
                CommandNames.Mute,
                "Pause an alert for a time",
                Required(Number),
                new CommandOption
                {
                    Type = Text,
                    Name = CommandNames.Time,
                    Description = "Such as 30m, 2h or 3d",
                    Required = true,
                    MaxLength = 12,
                }
            )
        ),
        Slash(CommandNames.Timeline, "What was reported on a topic, day by day", Everywhere, Required(Topic)),
        Slash(
            CommandNames.Desk,
            "Which articles a channel or a person sees",
            Everywhere,
            Sub(CommandNames.Show, "Show which articles this channel sees"),
            Sub(CommandNames.List, "List the desks"),
            Sub(CommandNames.Set, "Put this channel, or a person, on a desk", [DeskName, Person]),
            Sub(CommandNames.Clear, "Take this channel, or a person, off its desk", Person)
        ),
        Slash(CommandNames.Help, "What NewsBot can do", Everywhere),
        Slash(
            CommandNames.NewsBot,
            "Where NewsBot answers",
            InServers,
            Sub(CommandNames.Allow, "Switch NewsBot on in this channel"),
            Sub(CommandNames.Forbid, "Switch NewsBot off in this channel"),
            Sub(CommandNames.Channels, "List the channels where NewsBot is switched on")
        ) with
        {
            DefaultMemberPermissions = ManageServer,
        },
        new CommandDefinition
        {
            Type = 3,
            Name = CommandNames.Check,
            Contexts = Everywhere,
        },
    ];

    /// <summary>Gets a fingerprint, which changes when a command does.</summary>
    public static string Fingerprint { get; } =
        Convert.ToHexStringLower(
            SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(All, DiscordJson.Default.IReadOnlyListCommandDefinition))
        );

    private static CommandDefinition Slash(string name, string description, IReadOnlyList<int> contexts, params CommandOption[] options) =>
        new()
        {
            Type = 1,
            Name = name,
            Description = description,
            Contexts = contexts,
            Options = options.Length == 0 ? null : options,
        };

    private static CommandOption Required(CommandOption option) => option with { Required = true };

    private static CommandOption Sub(string name, string description, params CommandOption[] options) =>
        new()
        {
            Type = Subcommand,
            Name = name,
            Description = description,
            Options = options.Length == 0 ? null : options,
        };
}
