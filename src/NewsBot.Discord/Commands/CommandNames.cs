using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Discord.Commands;

/// <summary>Specifies the names of commands and options, as Discord returns them.</summary>
internal static class CommandNames
{
    public const string Ask = "ask";
    public const string Question = "question";
    public const string Private = "private";
    public const string Sources = "sources";
    public const string Query = "query";
    public const string Article = "article";
    public const string Source = "source";
    public const string Digest = "digest";
    public const string Today = "today";
    public const string Date = "date";
    public const string Day = "day";
    public const string Subscribe = "subscribe";
    public const string Change = "change";
    public const string Stop = "stop";
    public const string List = "list";
    public const string Number = "number";
    public const string Time = "time";
    public const string Zone = "zone";
    public const string Days = "days";
    public const string Topic = "topic";
    public const string Alert = "alert";
    public const string Add = AlertVerbs.Add;
    public const string Follow = AlertVerbs.Follow;
    public const string Pause = AlertVerbs.Pause;
    public const string Resume = AlertVerbs.Resume;
    public const string Mute = AlertVerbs.Mute;
    public const string Words = "words";
    public const string When = "when";
    public const string Timeline = "timeline";
    public const string Desk = "desk";
    public const string Show = "show";
    public const string Set = "set";
    public const string Clear = "clear";
    public const string Name = "name";
    public const string Person = "person";
    public const string Help = "help";
    public const string NewsBot = "newsbot";
    public const string Allow = "allow";
    public const string Forbid = "forbid";
    public const string Channels = "channels";
    public const string Check = "Check against sources";
}
