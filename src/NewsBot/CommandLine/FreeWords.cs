using System.CommandLine;

namespace NewsBot.CommandLine;

/// <summary>Arguments that take any words.</summary>
internal static class FreeWords
{
    /// <summary>Refuses words that look like options: the parser takes a misspelt option for one word more.</summary>
    public static void RefuseOptions(this Argument<string[]> words) =>
        words.Validators.Add(result =>
        {
            var option = result
                .Tokens.Select(token => token.Value)
                .FirstOrDefault(word => word.StartsWith("--", StringComparison.Ordinal) && !word.Contains(' ', StringComparison.Ordinal));
            if (option is not null)
                result.AddError($"{option} is not known");
        });
}
