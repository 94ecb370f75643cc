using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Digests;

/// <summary>Two statements that cannot both be true, or of which one denies the other. Shown side by side; nobody judges.</summary>
/// <param name="Kind">What they disagree on.</param>
/// <param name="One">The claim, or the one number.</param>
/// <param name="Other">The denial, or the other number.</param>
public sealed record DigestDisagreement(DisagreementKind Kind, Statement One, Statement Other);
