using NewsBot.Benchmarks.Alerts;
using NewsBot.Benchmarks.Answers;
using NewsBot.Benchmarks.Digests;
using NewsBot.Benchmarks.Embedding;
using NewsBot.Benchmarks.Grounding;
using NewsBot.Benchmarks.Hosts;
using NewsBot.Benchmarks.Models;
using NewsBot.Benchmarks.Retrieval;
using NewsBot.Benchmarks.Search;
using NewsBot.Benchmarks.Search.Micro;
using NewsBot.Benchmarks.Soak;
using NewsBot.Benchmarks.Stories;
using NewsBot.Benchmarks.Training;
using NewsBot.Benchmarks.WordNet;

// Measures what tests must not assert: quality and speed on real data. Run it in Release.
switch (args)
{
    case ["retrieval", .. var folders]:
        return RetrievalBenchmark.Run(folders);
    case ["search", .. var factors]:
        return SearchBenchmark.Run(
            "docs/research/benchmarks.md",
            [.. factors.Select(int.Parse).DefaultIfEmpty(1)],
            DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)
        );
    case ["micro"]:
        return MicroBenchmark.Run("docs/research/benchmarks-micro.md", DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
    case ["news"] or ["news", _]:
        return NewsBenchmark.Run(args.ElementAtOrDefault(1));
    case ["answer-speed"] or ["answer-speed", "words"]:
        return await AnswerSpeed.RunAsync(reads: args.Length == 1);
    case ["soak", .. var count]:
        return SoakBenchmark.Run(count.Select(int.Parse).FirstOrDefault(100_000));
    case ["soak-host", .. var options] when options.Length <= 2 && options.All(option => int.TryParse(option, out _)):
        return await HostSoak.RunAsync(
            Path.GetFullPath("src/NewsBot/bin/Release/net10.0/newsbot"),
            options.Select(int.Parse).ElementAtOrDefault(0) is > 0 and var minutes ? minutes : 60,
            options.Select(int.Parse).ElementAtOrDefault(1) is > 0 and var rate ? rate : 20,
            "docs/research/soak.md"
        );
    case ["alerts"] or ["alerts", "cost"]:
        return await AlertBenchmark.RunAsync(
            Path.GetFullPath("src/NewsBot/bin/Release/net10.0/newsbot"),
            args.Length == 1 ? "docs/research/alerts.md" : null
        );
    case ["hosts", .. var options] when options.Length <= 2 && options.All(option => int.TryParse(option, out _)):
        return await TwoHosts.RunAsync(
            Path.GetFullPath("src/NewsBot/bin/Release/net10.0/newsbot"),
            options.Select(int.Parse).ElementAtOrDefault(0) is > 0 and var seconds ? seconds : 300,
            options.Select(int.Parse).ElementAtOrDefault(1) is > 0 and var questions ? questions : 50,
            "docs/research/hosts.md"
        );
    case ["anatomy", var folder]:
        return IndexAnatomy.Print(folder);
    case ["train", .. var options]:
        return await AnswerTraining.RunAsync(options);
    case ["candidates", var archive, var asked, var output]:
        return await CandidateDump.RunAsync(archive, asked, output);
    case ["wordnet", var folder]:
        return WordNetTable.Write(folder);
    case ["stories"] or ["stories", _]:
        return StoriesBenchmark.Run(args.ElementAtOrDefault(1));
    case ["digests", var folder, .. var options]:
        return await DigestsBenchmark.RunAsync(
            measures: !options.Contains("develop"),
            options.Where(option => char.IsAsciiDigit(option[0])).Select(int.Parse).FirstOrDefault(30),
            folder
        );
    case ["grounding", .. var options]:
        return GroundingBenchmark.Run(options);
    case ["vectors", .. var counts]:
        return VectorBenchmark.Run(counts.Length > 0 ? counts.Select(int.Parse) : [10_000, 100_000, 300_000]);
    case ["model-down"]:
        return await ModelDownBenchmark.RunAsync();
    case ["kernel"]:
        return await KernelBenchmark.RunAsync();
    default:
        Console.Error.WriteLine(
            "Verbs: retrieval [FOLDER…]  (folders with articles.jsonl and queries.jsonl; default: those of shared/eval/retrieval)"
        );
        Console.Error.WriteLine(
            "       answer-speed [words]  (time of a whole answer on the news archive, by words alone or with the reading model, beside Lucene's search)"
        );
        Console.Error.WriteLine(
            "       micro  (BenchmarkDotNet: blocks, look-ups, searches, analysis; writes docs/research/benchmarks-micro.md, so run it in the repository's root)"
        );
        Console.Error.WriteLine("       soak [QUERIES]  (memory over so many ranked queries, 100,000 by default)");
        Console.Error.WriteLine(
            "       soak-host [MINUTES [RATE]]  (a host asked 20 questions a second for an hour while articles arrive, then twice what it can answer; writes docs/research/soak.md; build src/NewsBot in Release first)"
        );
        Console.Error.WriteLine(
            "       alerts [cost]  (what a thousand alerts cost, and the time from a file to the receipt of its post; writes docs/research/alerts.md, so run it in the repository's root; build src/NewsBot in Release first; cost: the first part alone, and no report)"
        );
        Console.Error.WriteLine(
            "       hosts [SECONDS [RATE]]  (two hosts with one PostgreSQL, asked 50 questions a second for five minutes while they are killed and cut off; writes docs/research/hosts.md; build src/NewsBot in Release first)"
        );
        Console.Error.WriteLine("       anatomy FOLDER  (what the bytes of an index are spent on)");
        Console.Error.WriteLine(
            "       train [fit] [dry] [SET]  (fits the models of answers and writes them into src/NewsBot.Newsroom/Composing; fit: on the samples of the last run; dry: writes nothing)"
        );
        Console.Error.WriteLine(
            "       candidates seeds|squad|news QUESTIONS OUT  (writes the sentences that retrieval offers for the questions of an evaluation file)"
        );
        Console.Error.WriteLine(
            "       grounding [write|honest|turned]  (what the grounding judge lets through, and how long it takes; write: fits its weights and writes docs/research/grounding-*)"
        );
        Console.Error.WriteLine(
            "       wordnet FOLDER  (writes the newsroom's table of words from WordNet's files, such as those of Debian's package wordnet-base)"
        );
        Console.Error.WriteLine(
            "       search [TIMES…]  (time, size and ranking beside Lucene at so many times the news corpus, 1 by default; writes docs/research/benchmarks.md, so run it in the repository's root)"
        );
        Console.Error.WriteLine(
            "       stories [background|train|quality|speed]  (groups ECB+ and the news articles; alone it writes docs/research/stories-benchmark.md, train and background write src/NewsBot.Newsroom/Stories)"
        );
        Console.Error.WriteLine(
            "       digests FOLDER [DAYS] [develop]  (writes digests of 30 busy days to FOLDER and lists their disagreements in docs/research/evaluation/digest-claims.tsv, for a person to judge; develop: other days, and no list)"
        );
        Console.Error.WriteLine(
            "       vectors [PASSAGES…]  (time of the scan over so many vectors of passages, 10,000, 100,000 and 300,000 by default)"
        );
        Console.Error.WriteLine("       model-down  (how long answers and searches take while the model's endpoint is down)");
        Console.Error.WriteLine("       kernel  (what the kernel adds to a question without a model, beside the pipeline alone)");
        return 2;
}
