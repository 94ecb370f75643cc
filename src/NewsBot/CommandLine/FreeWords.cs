using System.CommandLine;

namespace NewsBot.CommandLine;

/// <summary>Provides arguments that accept any words.</summary>
internal static class FreeWords
{
    /// <summary>Rejects words that look like options: the parser takes a misspelt option for another word.</summary>
    public static void RefuseOptions(this Argument<string[]> words) =>
        words.Validators.Add(result =>
        {
            var option = result
                .Tokens.Select(token => token.Value)
                .FirstOrDefault(word => word.StartsWith("--", StringComparison.Ordinal) && !word.Contains(' ', StringComparison.Ordinal));
            if (option is not null)
                result.AddError($"{option} is not a known option");
        });
}
