using System.Collections.Frozen;

namespace NewsBot.Archive.Splitting;

/// <summary>Recognises words that almost always begin a sentence when capitalised, because they do not occur in names.</summary>
internal static class SentenceStarters
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = new[]
    {
        "A", "About", "According", "After", "Also", "Although", "Among", "And", "Another", "As", "At", "Because", "Before", "Between", "But", "By",
        "Despite", "Did", "Do", "Does", "During", "Each", "Earlier", "Every", "Experts", "For", "From", "Had", "Has", "Have", "He", "Her", "Here",
        "His", "How", "However", "I", "If", "In", "Instead", "Is", "It", "Its", "Later", "Many", "Meanwhile", "Most", "My", "Nearly", "Nor", "Now",
        "Of", "Officials", "On", "Once", "Or", "Other", "Others", "Our", "Over", "Police", "Researchers", "Since", "She", "Some", "That", "The",
        "Their", "Then", "There", "These", "They", "This", "Those", "Though", "Through", "Thus", "To", "Under", "Unlike", "Until", "Was", "We",
        "Were", "What", "When", "Where", "Whether", "Which", "While", "Who", "Why", "With", "Within", "Without", "Yet", "You", "Your",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Determines whether the word, which has a capital, is one of them; "A." and "I." are initials.</summary>
    public static bool Contains(string text, NextWord word, int end) =>
        Words.Contains(word.In(text)) && (word.End >= end || text[word.End] != '.') && !(word.End < end && text[word.End] == '-');
}
