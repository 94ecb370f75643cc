using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Digests;

/// <summary>
/// Represents two statements that cannot both be true, or of which one denies the other. They are shown side by side, without a verdict.
/// </summary>
/// <param name="Kind">What they disagree on.</param>
/// <param name="One">The claim, or one number.</param>
/// <param name="Other">The denial, or the other number.</param>
public sealed record DigestDisagreement(DisagreementKind Kind, Statement One, Statement Other);
