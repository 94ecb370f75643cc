namespace NewsBot.Discord.Rendering;

/// <summary>Represents part of a long text, kept on one page where it fits.</summary>
/// <param name="Heading">Escaped, at most 256 UTF-16 code units; above the blocks, and repeated where the section continues.</param>
/// <param name="Blocks">Escaped lines that are never divided, each at most <see cref="TextPages.MaxBlock"/> code units; at least
/// one.</param>
internal sealed record TextSection(string Heading, IReadOnlyList<string> Blocks);
