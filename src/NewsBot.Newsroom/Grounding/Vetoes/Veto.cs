using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Newsroom.Grounding.Verdicts;

namespace NewsBot.Newsroom.Grounding.Vetoes;

/// <summary>Adds the reasons why a statement cannot be supported, whatever its score.</summary>
internal delegate void VetoRule(Alignment alignment, List<GroundingReason> reasons);

/// <summary>Lists the vetoes in the order in which their reasons are reported.</summary>
internal static class Veto
{
    /// <summary>Lists the vetoes that hold even when the model finds a statement supported.</summary>
    public static readonly IReadOnlyList<VetoRule> Exact =
    [
        MarkupVeto.Find,
        InstructionVeto.Find,
        QuotationVeto.Find,
        NumberVeto.FindMissing,
    ];

    /// <summary>Lists all vetoes.</summary>
    public static readonly IReadOnlyList<VetoRule> All =
    [
        MarkupVeto.Find,
        InstructionVeto.Find,
        QuotationVeto.Find,
        NumberVeto.Find,
        TimeVeto.Find,
        NameVeto.Find,
        NegationVeto.Find,
        OppositeVeto.Find,
        ModalityVeto.Find,
        SpeakerVeto.Find,
        RolesVeto.Find,
    ];
}
