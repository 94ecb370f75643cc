namespace NewsBot.Discord.Rendering;

/// <summary>Specifies the colours of embeds: they show the kind of reply at a glance, and never alone.</summary>
internal static class Palette
{
    public const int Answer = 0x2E7D32;
    public const int Decline = 0x6B7280;
    public const int Sources = 0x1D4ED8;
    public const int Warning = 0xB45309;
}
