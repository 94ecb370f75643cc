using System.Collections.Frozen;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Questions;

/// <summary>The words that give a question its form. Folded.</summary>
internal static class QuestionWords
{
    private static readonly FrozenSet<string> Interrogatives = Set("who whom whose what which when where why how");

    public static readonly FrozenSet<string> Auxiliaries =
        Set("is are was were be been do does did has have had will would can could should may might must shall isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't won't wouldn't can't couldn't");

    public static readonly FrozenSet<string> Copulas = Set("is are was were 's");

    // They stand in nearly every question and say nothing about the answer.
    private static readonly FrozenSet<string> Empty =
        Set("anyone anybody anything any someone somebody something ever exactly actually currently really know tell me about give list please did do does done be been being get got happen happened there it one ones also else many much kind sort type "
            + "say says said name named called according can could would should will shall may might must and or not no");

    private static readonly FrozenSet<string> IrregularPast =
        Set("won made took gave went came became began left lost led held fell hit got has saw sent sold bought broke set said told found built shot killed stolen written taken given known seen sunk cut put hurt");

    /// <summary>A place may follow.</summary>
    public static readonly FrozenSet<string> PlacePrepositions =
        Set("in at near outside inside from to around across along off on towards toward within beside throughout into aboard");

    public static readonly FrozenSet<string> PlaceNouns = Set("country countries city cities town place location region state continent street village province county area");
    public static readonly FrozenSet<string> PersonNouns = Set("person people man woman leader official politician president minister spokesman actor actress singer author player scientist king queen celebrity company organization organisation agency outlet group team band nation party");
    public static readonly FrozenSet<string> NumberNouns = Set("number percentage percent proportion amount total score toll quantity rate share price cost size length height distance age population");

    public static bool IsInterrogative(AnnotatedWord word) => Interrogatives.Contains(word.Folded);

    public static bool IsAuxiliary(AnnotatedWord word) => Auxiliaries.Contains(word.Folded);

    public static bool IsCopula(IReadOnlyList<AnnotatedWord> words, int position) => position > 0 && position < words.Count && Copulas.Contains(words[position].Folded);

    public static bool IsPastTense(AnnotatedWord word) =>
        !word.IsCapital && (word.Folded.EndsWith("ed", StringComparison.Ordinal) || IrregularPast.Contains(word.Folded));

    /// <summary>The word stands in questions of all kinds and is no content.</summary>
    public static bool SaysNothing(AnnotatedWord word) => word.IsStop || IsInterrogative(word) || IsAuxiliary(word) || Empty.Contains(word.Folded);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
