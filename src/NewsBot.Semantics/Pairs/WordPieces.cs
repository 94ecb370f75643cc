using System.Text;
using FastBertTokenizer;
using NewsBot.Search.Analysis;

namespace NewsBot.Semantics.Pairs;

/// <summary>Splits texts into the pieces of BERT's uncased vocabulary. Thread-safe.</summary>
internal sealed class WordPieces
{
    /// <summary>Specifies the token that opens a sequence.</summary>
    public const long Start = 101;

    /// <summary>Specifies the token that ends each text of a sequence.</summary>
    public const long Separator = 102;

    private const long Unknown = 100;

    /// <summary>The most characters read of a text: more than the tokens of any kind of text need.</summary>
    private const int MaxChars = 2000;

    private readonly BertTokenizer _tokenizer = new();
    private readonly string[] _pieces;

    private WordPieces(string[] pieces) => _pieces = pieces;

    /// <summary>Reads a vocabulary, one piece a line.</summary>
    /// <exception cref="InvalidDataException">A piece that every sequence needs is missing.</exception>
    public static WordPieces Open(string path)
    {
        var pieces = File.ReadAllLines(path);
        if (pieces.Length <= Separator || pieces[Unknown] != "[UNK]" || pieces[Start] != "[CLS]" || pieces[Separator] != "[SEP]")
            throw new InvalidDataException($"{path} is not the vocabulary of an uncased BERT model.");

        var made = new WordPieces(pieces);
        using var lines = new StringReader(string.Join('\n', pieces));
        made._tokenizer.LoadVocabulary(lines, convertInputToLowercase: true);
        return made;
    }

    /// <summary>Returns the tokens of a text, each with the stem of its word, or null where sharing the word means nothing.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="longest">The most tokens to return.</param>
    public List<PieceOfWord> Split(string text, int longest)
    {
        var folded = Fold(text.Length > MaxChars ? text[..MaxChars] : text);
        Span<long> tokens = stackalloc long[longest + WholeWord + 2];
        Span<long> mask = stackalloc long[tokens.Length];
        _tokenizer.Encode(folded, tokens, mask);

        // The result lies between the tokens that open and end a sequence; after it the mask is 0.
        var used = mask.IndexOf(0) is >= 0 and var end ? end : mask.Length;
        return Stemmed(tokens[1..(used - 1)], longest);
    }

    /// <summary>The tokens read beyond the longest, so that the last word gets the stem of the whole word.</summary>
    private const int WholeWord = 24;

    private List<PieceOfWord> Stemmed(ReadOnlySpan<long> tokens, int longest)
    {
        var pieces = new List<PieceOfWord>(Math.Min(tokens.Length, longest));
        for (var at = 0; at < tokens.Length && pieces.Count < longest; )
        {
            var end = at + 1;
            var word = _pieces[tokens[at]];
            for (; end < tokens.Length && _pieces[tokens[end]] is ['#', '#', _, ..] next; end++)
                word += next[2..];

            var stem = tokens[at] != Unknown && SharedWords.Tells(word) ? SharedWords.Stem(word) : null;
            for (; at < end && pieces.Count < longest; at++)
                pieces.Add(new PieceOfWord(tokens[at], stem));
        }

        return pieces;
    }

    /// <summary>
    /// Replaces accented letters by plain ones. The tokenizer leaves that to <c>string.Normalize</c>, which does
    /// nothing in invariant globalization.
    /// </summary>
    private static string Fold(string text)
    {
        if (!text.Any(c => c > 127))
            return text;

        var folded = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c > 127 && LetterFolds.TryGet(char.ToLowerInvariant(c), out var plain))
                folded.Append(plain);
            else
                folded.Append(c);
        }

        return folded.ToString();
    }
}
