using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using NewsBot.Fuzz.Inputs;

namespace NewsBot.Fuzz;

/// <summary>Sends generated inputs to a target, one after the other, and measures. Not thread-safe.</summary>
/// <param name="target">The target.</param>
/// <param name="maxSeconds">What no input may take, in seconds; null: as long as it wants.</param>
internal sealed class FuzzRun(FuzzTarget target, double? maxSeconds = null)
{
    /// <summary>Specifies how often an input that took too long is read again: the machine may have been busy.</summary>
    private const int Repeats = 2;

    private const int Measures = 10;

    private readonly List<long> heap = [];
    private int inputs,
        next;
    private double slowest;
    private FuzzInput? slowestInput;
    private FuzzInput? failed;

    /// <summary>Runs, and returns what happened. The same seed and count give the same inputs.</summary>
    /// <param name="count">The number of inputs, from 1.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="progress">Receives the number of inputs so far, ten times.</param>
    public FuzzResult Run(int count, ulong seed, Action<int>? progress = null)
    {
        var started = Stopwatch.GetTimestamp();
        next = count / Measures;
        string? failure = null;
        try
        {
            Check.One(
                Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(seed, 1 | (seed << 1)).WithQuietOnSuccess(true),
                Prop.ForAll(InputGenerator.For(target.Samples, target.Words), input => Read(input, count, progress))
            );
        }
        catch (Exception error)
        {
            failure = error.Message;
        }

        return new(target.Name, inputs, Stopwatch.GetElapsedTime(started), slowest, slowestInput, heap, failure, failed);
    }

    private void Read(FuzzInput input, int count, Action<int>? progress)
    {
        inputs++;
        try
        {
            var seconds = Time(input);
            for (var again = 0; again < Repeats && seconds > maxSeconds; again++)
                seconds = Math.Min(seconds, Time(input));
            if (seconds > slowest)
                (slowest, slowestInput) = (seconds, input);
            if (seconds > maxSeconds)
                throw new TimeoutException($"{seconds:0.00} s");
        }
        catch
        {
            // The last that fails is the one that was shrunk the most.
            failed = input;
            throw;
        }

        if (inputs < next || failed is not null)
            return;
        next += Math.Max(1, count / Measures);
        heap.Add(GC.GetTotalMemory(forceFullCollection: true));
        progress?.Invoke(inputs);
    }

    private double Time(FuzzInput input)
    {
        var started = Stopwatch.GetTimestamp();
        target.Read(input);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
