using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Settings;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Telemetry;

/// <summary>Represents a host whose measurements are collected, and those of no other host of the tests.</summary>
internal sealed class MeteredHost : IAsyncDisposable
{
    private readonly MeterListener listener = new();
    private readonly Lock gate = new();
    private readonly List<(string Name, double Value, Dictionary<string, string> Tags)> measured = [];

    private MeteredHost(TestHost host)
    {
        Host = host;
        var factory = host.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, factory))
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    public TestHost Host { get; }

    /// <summary>Starts a host that serves its metrics, over one article.</summary>
    public static async Task<MeteredHost> StartAsync(Func<NewsBotSettings, NewsBotSettings>? adjust = null) =>
        new(
            await TestHost.StartAsync(
                [],
                settings =>
                {
                    settings = settings with { Telemetry = settings.Telemetry with { Prometheus = true } };
                    return adjust?.Invoke(settings) ?? settings;
                }
            )
        );

    /// <summary>Returns what an instrument has measured, and measures now: the tags in the order of their names, and the value.</summary>
    public IReadOnlyList<(string Tags, double Value)> Measured(string name)
    {
        listener.RecordObservableInstruments();
        lock (gate)
            return
            [
                .. measured
                    .Where(one => one.Name == name)
                    .Select(one =>
                        (string.Join(' ', one.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => tag.Value)), one.Value)
                    ),
            ];
    }

    public ValueTask DisposeAsync()
    {
        listener.Dispose();
        return Host.DisposeAsync();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var named = tags.ToArray().ToDictionary(tag => tag.Key, tag => $"{tag.Value}", StringComparer.Ordinal);
        lock (gate)
            measured.Add((instrument.Name, value, named));
    }
}
