namespace NewsBot.Discord.Commands;

/// <summary>Names of commands and options, as Discord sends them back.</summary>
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
    public const string Help = "help";
    public const string NewsBot = "newsbot";
    public const string Allow = "allow";
    public const string Forbid = "forbid";
    public const string Channels = "channels";
    public const string Check = "Check against sources";
}
