namespace NewsBot.Search.Analysis;

/// <summary>Enumerates the words of a text without allocating. Obtained from <see cref="WordTokenizer.Enumerate"/>.</summary>
public ref struct WordEnumerator
{
    private readonly ReadOnlySpan<char> text;
    private int position;

    internal WordEnumerator(ReadOnlySpan<char> text) => this.text = text;

    /// <summary>Gets the word found by the last <see cref="MoveNext"/>.</summary>
    public Word Current { get; private set; }

    /// <summary>Returns this enumerator, so that foreach works.</summary>
    public readonly WordEnumerator GetEnumerator() => this;

    /// <summary>Moves to the next word; returns false at the end of the text.</summary>
    public bool MoveNext()
    {
        while (position < text.Length)
        {
            var kind = Characters.KindAt(text, position, out var width);
            if (kind is CharacterKind.Letter or CharacterKind.Digit or CharacterKind.Ideograph)
            {
                var start = position;
                position = kind is CharacterKind.Ideograph ? EndOfMarks(start + width) : EndOfWord(start);
                Current = new Word(start, position - start);
                return true;
            }

            position += width;
        }

        return false;
    }

    private readonly int EndOfWord(int start)
    {
        var partStart = start;
        var end = EndOfRun(start);
        while (end < text.Length)
        {
            var next = EndOfJoined(partStart, end, out var nextPart);
            if (next == end)
                break;
            (partStart, end) = (nextPart, next);
        }

        return end;
    }

    // Returns the end of what follows the run [partStart, end) and still belongs to its word; end when nothing does.
    private readonly int EndOfJoined(int partStart, int end, out int nextPart)
    {
        nextPart = end + 1;
        var joint = text[end];
        if (Characters.IsApostrophe(joint))
            return Characters.KindAt(text, nextPart, out _) is CharacterKind.Letter ? EndOfRun(nextPart) : end;
        if (joint is not ('.' or ',' or ':'))
            return end;

        if (IsDigit(end - 1) && IsDigit(nextPart))
            return joint is '.' || DigitsFrom(nextPart) == (joint is ',' ? 3 : 2) ? EndOfRun(nextPart) : end;
        if (joint is not '.' || !IsSingleLetter(partStart, end))
            return end;
        if (Characters.KindAt(text, nextPart, out _) is CharacterKind.Letter)
        {
            var after = EndOfRun(nextPart);
            return IsSingleLetter(nextPart, after) ? after : end;
        }

        // "the U.S.’s allies": the possessive follows the abbreviation's last dot.
        if (
            end - 2 >= 0
            && text[end - 2] == '.'
            && nextPart + 1 < text.Length
            && Characters.IsApostrophe(text[nextPart])
            && text[nextPart + 1] is 's' or 'S'
            && Characters.KindAt(text, nextPart + 2, out _) is CharacterKind.Separator
        )
        {
            nextPart++;
            return nextPart + 1;
        }

        return end;
    }

    private readonly int EndOfRun(int from)
    {
        while (Characters.KindAt(text, from, out var width) is CharacterKind.Letter or CharacterKind.Digit or CharacterKind.Mark)
            from += width;
        return from;
    }

    private readonly int EndOfMarks(int from)
    {
        while (Characters.KindAt(text, from, out var width) is CharacterKind.Mark)
            from += width;
        return from;
    }

    private readonly bool IsDigit(int at) => Characters.KindAt(text, at, out _) is CharacterKind.Digit;

    private readonly int DigitsFrom(int from)
    {
        var count = 0;
        while (count < 4 && IsDigit(from + count))
            count++;
        return count;
    }

    private readonly bool IsSingleLetter(int from, int end) => end == from + 1 && char.IsLetter(text[from]);
}
