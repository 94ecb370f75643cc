using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsBot.Archive.Passages;
using NewsBot.Opening;
using NewsBot.Search.Index;
using NewsBot.Settings;
using NewsBot.Wire;

namespace NewsBot.CommandLine;

/// <summary><c>sources "QUERY" [--top N] [--json]</c>: the passages that match, best first.</summary>
internal static class SourcesVerb
{
    private const int MaxTop = 1000;

    /// <summary>Makes the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var query = new Argument<string[]>("QUERY") { Description = "The words to look for", Arity = ArgumentArity.OneOrMore };
        query.RefuseOptions();
        var top = new Option<int>("--top") { Description = "At most this many passages", HelpName = "N", DefaultValueFactory = _ => 10 };
        top.Validators.Add(result =>
        {
            // A value that is no number has been complained about before.
            if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var n) && n is < 1 or > MaxTop)
                result.AddError($"--top takes a number from 1 to {MaxTop}");
        });
        var json = new Option<bool>("--json") { Description = "Print the passages as JSON" };
        var explain = new Option<bool>("--explain") { Description = "Say for each passage what its score is made of" };
        var verb = new Command("sources", "Lists the passages that match, best first, with their source files.") { query, top, explain, json };
        verb.Examples("newsbot sources \"drone Kremlin\"", "newsbot sources Putin --top 3 --json", "newsbot sources \"Zelensky visit\" --explain");
        frame.Run(verb, (arguments, settings, cancellationToken) => SearchAsync(
            frame.Surroundings,
            settings,
            new PassageQuery { Text = string.Join(' ', arguments.GetValue(query)!), Top = arguments.GetValue(top) },
            arguments.GetValue(json),
            arguments.GetValue(explain),
            cancellationToken));
        return verb;
    }

    private static async Task<int> SearchAsync(
        Surroundings surroundings, NewsBotSettings settings, PassageQuery query, bool asJson, bool withReasons, CancellationToken cancellationToken)
    {
        await using var archive = await OpenArchive.OpenAsync(settings, surroundings.Error, cancellationToken);
        IReadOnlyList<RetrievedPassage> passages;
        IReadOnlyList<ExplainedPassage> explained = [];
        if (withReasons)
        {
            explained = await archive.Articles.ExplainAsync(query, cancellationToken);
            passages = [.. explained.Select(one => one.Passage)];
        }
        else
        {
            passages = await archive.Articles.SearchAsync(query, cancellationToken);
        }

        await using var output = surroundings.OpenText();
        if (asJson) await output.WriteLineAsync(JsonSerializer.Serialize(withReasons ? PassagesJson.From(explained) : PassagesJson.From(passages), NewsBotJson.Wire.PassagesJson));
        else Write(output, passages, explained);
        return ExitCode.Done;
    }

    private static void Write(TextWriter output, IReadOnlyList<RetrievedPassage> passages, IReadOnlyList<ExplainedPassage> explained)
    {
        if (passages.Count == 0) output.WriteLine("No passage has any of these words.");
        for (var i = 0; i < passages.Count; i++)
        {
            var article = passages[i].Article.Article;
            if (i > 0) output.WriteLine();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {PlainText.Source(article.Source, article.PublishedOn)} ({passages[i].Score:0.00})"));
            output.WriteLine($"   {PlainText.OneLine(article.Headline)}");
            output.WriteLine($"   {PlainText.OneLine(passages[i].Text)}");
            if (i < explained.Count) Write(output, explained[i].Explanation);
        }
    }
    private static void Write(TextWriter output, PassageExplanation explanation)
    {
        output.WriteLine("   term                  passages   weight    bound  body  headline    adds");
        foreach (var term in explanation.Terms)
        {
            var name = PlainText.OneLine(term.Term) + (term.IsVariant ? " (spelling)" : "");
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"   {name,-21} {term.Passages,8} {term.Weight,8:0.00} {term.Bound,8:0.00} {term.InBody,5} {term.InHeadline,9} {term.Score,7:0.00}"));
        }

        output.WriteLine("   " + string.Join(", ", explanation.Signs.Select(sign => string.Create(CultureInfo.InvariantCulture, $"{sign.Key} {sign.Value:0.00}"))));
    }
}
