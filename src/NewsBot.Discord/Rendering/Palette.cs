namespace NewsBot.Discord.Rendering;

/// <summary>Colours of embeds: they say at a glance what kind of reply it is, and no reply says it by colour alone.</summary>
internal static class Palette
{
    public const int Answer = 0x2E7D32;
    public const int Decline = 0x6B7280;
    public const int Sources = 0x1D4ED8;
    public const int Warning = 0xB45309;
}
