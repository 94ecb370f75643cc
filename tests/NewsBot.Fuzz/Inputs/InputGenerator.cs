using FsCheck;
using FsCheck.Fluent;

namespace NewsBot.Fuzz.Inputs;

/// <summary>
/// Generates inputs by editing valid samples, so that most get past the first check of a reader; what fails is shrunk to the fewest edits.
/// </summary>
internal static class InputGenerator
{
    private const int MostEdits = 12;
    private const int MostTokens = 20;
    private const int MostTimes = 2_000;

    /// <summary>Returns the generator of a target.</summary>
    /// <param name="samples">One or more.</param>
    /// <param name="words">What edits put in, beside <see cref="HostileWords"/>.</param>
    public static Arbitrary<FuzzInput> For(IReadOnlyList<Sample> samples, IReadOnlyList<string> words)
    {
        string[] all = [.. words, .. HostileWords.All];
        var edits = Gen.Sized(size =>
            from count in Gen.Choose(0, Math.Min(MostEdits, 1 + (size / 8)))
            from list in Edits(all.Length).ListOf(count)
            select list
        );
        return Arb.From(
            from sample in Gen.Elements<Sample>(samples)
            from list in edits
            select Make(sample, [.. list]),
            input => input.Edits.Select((_, index) => Make(input.Sample, [.. input.Edits.Where((_, other) => other != index)]))
        );

        FuzzInput Make(Sample sample, IReadOnlyList<Edit> list) => new(sample, list, Apply(sample, list, samples, all));
    }

    private static Gen<Edit> Edits(int words) =>
        from kind in Gen.Frequency(
            (4, Gen.Constant(EditKind.Replace)),
            (3, Gen.Constant(EditKind.Insert)),
            (3, Gen.Constant(EditKind.Delete)),
            (2, Gen.Constant(EditKind.Repeat)),
            (2, Gen.Constant(EditKind.Copy)),
            (1, Gen.Constant(EditKind.Splice)),
            (1, Gen.Constant(EditKind.Flip)),
            (1, Gen.Constant(EditKind.Truncate))
        )
        from at in Gen.Choose(0, Edit.Scale - 1)
        from to in Gen.Choose(0, Edit.Scale - 1)
        from count in Gen.Choose(1, MostTokens)
        // Mostly once; sometimes enough to find what is quadratic.
        from times in Gen.Frequency((12, Gen.Constant(1)), (3, Gen.Choose(2, 20)), (1, Gen.Choose(21, MostTimes)))
        from word in Gen.Choose(0, words - 1)
        select new Edit(kind, at, to, count, times, word);

    private static byte[] Apply(Sample sample, IReadOnlyList<Edit> edits, IReadOnlyList<Sample> samples, string[] words)
    {
        List<string> tokens = [.. sample.Tokens];
        foreach (var edit in edits.Where(edit => edit.Kind < EditKind.Flip))
        {
            var at = Edit.Index(edit.At, tokens.Count);
            var count = Math.Min(edit.Count, tokens.Count - at);
            switch (edit.Kind)
            {
                case EditKind.Delete:
                    tokens.RemoveRange(at, count);
                    break;
                case EditKind.Repeat:
                    var repeated = tokens.GetRange(at, count);
                    tokens.InsertRange(at, Many(string.Concat(repeated), edit.Times));
                    break;
                case EditKind.Copy:
                    tokens.InsertRange(Edit.Index(edit.To, tokens.Count), tokens.GetRange(at, count));
                    break;
                case EditKind.Replace when tokens.Count > 0:
                    tokens[at] = words[edit.Word];
                    break;
                case EditKind.Insert:
                    tokens.InsertRange(at, Many(words[edit.Word], edit.Times));
                    break;
                case EditKind.Splice:
                    var other = samples[edit.Word % samples.Count].Tokens;
                    tokens = [.. tokens.Take(at), .. other.Skip(Edit.Index(edit.To, other.Count))];
                    break;
                default:
                    break;
            }
        }

        return ApplyToBytes(sample.Pack(Limited(tokens)), edits);
    }

    private static IEnumerable<string> Many(string text, int times) =>
        Enumerable.Repeat(text, Math.Min(times, 1 + (FuzzInput.MaxBytes / (text.Length + 1))));

    private static IEnumerable<string> Limited(List<string> tokens)
    {
        var length = 0;
        return tokens.TakeWhile(token => (length += token.Length) <= FuzzInput.MaxBytes / 4);
    }

    private static byte[] ApplyToBytes(byte[] bytes, IReadOnlyList<Edit> edits)
    {
        foreach (var edit in edits.Where(_ => bytes.Length > 0))
        {
            var at = Edit.Index(edit.At, bytes.Length);
            if (edit.Kind == EditKind.Flip)
                bytes[at] ^= (byte)(1 + (edit.To % byte.MaxValue));
            else if (edit.Kind == EditKind.Truncate)
                bytes = bytes[..at];
        }

        return bytes;
    }
}
