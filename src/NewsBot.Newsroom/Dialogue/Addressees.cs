using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Layout;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Dialogue;

/// <summary>
/// Removes the people whom a message only addresses, as in "where was Putin? cc @Bob", and writes out the names of the others, as in "what
/// did @Ana write?". Deterministic and thread-safe.
/// </summary>
public static partial class Addressees
{
    private const int MatchTimeoutMilliseconds = 1000;

    /// <summary>The signs, of the private use area, between which the number of a person stands.</summary>
    private const char Open = '\uE000';
    private const char Close = '\uE001';

    /// <summary>Longer ones are not names, and a message may repeat them.</summary>
    private const int MaxNameChars = 100;

    /// <summary>Returns the message as it would read if it addressed nobody.</summary>
    /// <param name="message">The message as received.</param>
    /// <param name="people">
    /// The text of each mention as it appears in the message, with the person's name; an empty name for the bot itself, which is never
    /// part of a question.
    /// </param>
    public static string Remove(string message, IReadOnlyList<(string Mention, string Name)> people)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(people);
        var rest = Marked(message.Replace(Open, ' ').Replace(Close, ' '), people);
        // A longer message is not read as a question in any case.
        if (rest.Length > QuestionRequest.MaxChars)
            return WithNames(rest, people);
        if (AtTheEnd().Match(rest) is { Success: true } last)
            rest = rest[..last.Index].TrimEnd(' ', ',', ';', ':', '–', '—', '-') + last.Groups["end"].Value;
        if (AtTheBeginning().Match(rest) is { Success: true } first && (first.Groups["apart"].Length > 0 || Asks(rest[first.Length..])))
            rest = rest[first.Length..];
        return WithNames(rest, people);
    }

    /// <summary>
    /// Returns the message with a mark in place of each mention, the longest where several begin. One pass over the message as received:
    /// a mention inside what another left would otherwise multiply.
    /// </summary>
    private static string Marked(string message, IReadOnlyList<(string Mention, string Name)> people)
    {
        var mentions = people.Index().Where(one => one.Item.Mention.Length > 0).OrderByDescending(one => one.Item.Mention.Length).ToArray();
        if (mentions.Length == 0)
            return message;
        var text = new StringBuilder(message.Length);
        for (var i = 0; i < message.Length; )
        {
            var here = Array.FindIndex(
                mentions,
                one => string.CompareOrdinal(message, i, one.Item.Mention, 0, one.Item.Mention.Length) == 0
            );
            if (here < 0)
            {
                text.Append(message[i++]);
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"{Open}{mentions[here].Index}{Close}");
            i += mentions[here].Item.Mention.Length;
        }

        return text.ToString();
    }

    private static string WithNames(string text, IReadOnlyList<(string Mention, string Name)> people) =>
        Person()
            .Replace(
                text,
                person =>
                    people[int.Parse(person.Groups["number"].Value, CultureInfo.InvariantCulture)] is { Name.Length: > 0 } one
                        ? WordCut.At(one.Name, MaxNameChars)
                        : " "
            );

    /// <summary>
    /// Determines whether a text begins as questions do: "@Bob where was Putin?" addresses Bob, "@Bob said what?" is about him.
    /// </summary>
    private static bool Asks(string text) =>
        AnnotatedText.Read(text).Words is [var first, ..]
        && (English.Interrogatives.Contains(first) || English.Auxiliaries.Contains(first) || English.Copulas.Contains(first));

    // What is set apart: by "cc", or by punctuation or a line break before it. "What is known about @Ana?" is about her.
    [GeneratedRegex(
        @"([\s(,;–—-]*\b(cc|fyi|attn)\b\s*:?\s*|(?<=[?!.;:,–—\n])\s*|^\s*)\uE000\d+\uE001((\s*[,;&+/]\s*|\s+and\s+|\s+)?\uE000\d+\uE001)*[\s).]*(?<end>[?!]*)\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex AtTheEnd();

    [GeneratedRegex(
        @"^\s*((cc|fyi|attn)\b\s*:?\s*)?\uE000\d+\uE001((\s*[,;&+/]\s*|\s+and\s+|\s+)?\uE000\d+\uE001)*(?<apart>\s*[,;:–—-]+)?\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex AtTheBeginning();

    [GeneratedRegex(@"\uE000(?<number>\d+)\uE001", RegexOptions.CultureInvariant, MatchTimeoutMilliseconds)]
    private static partial Regex Person();
}
