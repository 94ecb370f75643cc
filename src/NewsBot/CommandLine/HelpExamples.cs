using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace NewsBot.CommandLine;

/// <summary>Adds example command lines to the end of a help text.</summary>
internal static class HelpExamples
{
    /// <summary>Adds the examples, shown in this order.</summary>
    public static void Examples(this Command verb, params string[] examples)
    {
        var help = verb.Options.OfType<HelpOption>().FirstOrDefault();
        if (help is null)
            verb.Options.Add(help = new HelpOption());
        help.Action = new Action((HelpAction)help.Action!, examples);
    }

    private sealed class Action(HelpAction help, string[] examples) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = help.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples)
                output.WriteLine("  " + example);
            output.WriteLine();
            return code;
        }
    }
}
