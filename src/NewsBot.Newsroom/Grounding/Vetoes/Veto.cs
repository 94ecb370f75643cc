using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Newsroom.Grounding.Verdicts;

namespace NewsBot.Newsroom.Grounding.Vetoes;

/// <summary>Adds its reasons when a statement cannot stand, whatever its score.</summary>
internal delegate void VetoRule(Alignment alignment, List<GroundingReason> reasons);

/// <summary>The vetoes, in the order in which their reasons are told.</summary>
internal static class Veto
{
    /// <summary>Those that no reading of the meaning makes up for.</summary>
    public static readonly IReadOnlyList<VetoRule> Exact = [MarkupVeto.Find, InstructionVeto.Find, QuotationVeto.Find, NumberVeto.FindMissing];

    public static readonly IReadOnlyList<VetoRule> All =
    [
        MarkupVeto.Find, InstructionVeto.Find, QuotationVeto.Find, NumberVeto.Find, TimeVeto.Find, NameVeto.Find,
        NegationVeto.Find, OppositeVeto.Find, ModalityVeto.Find, SpeakerVeto.Find, RolesVeto.Find,
    ];
}
