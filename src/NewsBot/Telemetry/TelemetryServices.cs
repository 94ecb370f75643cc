using NewsBot.Access;
using NewsBot.ApiDocument;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Settings;
using NewsBot.Text;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NewsBot.Telemetry;

/// <summary>
/// Sends traces and metrics of every part to where the settings say. Neither ever contains a question, an answer or a name.
/// </summary>
internal static class TelemetryServices
{
    /// <summary>Specifies the address that Prometheus reads.</summary>
    public const string MetricsPath = "/metrics";

    // Every part names its activity source and its meter after its project.
    private const string Parts = "NewsBot*";

    /// <summary>Adds what the settings ask for; without any, nothing is measured and nothing is paid.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetrySettings settings)
    {
        foreach (var queue in DeliveryQueues.All)
            services.AddSingleton(queue);
        services.AddSingleton<QueueStates>();
        if (settings is { OtlpEndpoint: null, Prometheus: false })
            return services;
        services.AddSingleton<HostMeter>().AddHostedService<QueueSampler>();
        var telemetry = services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("newsbot", serviceVersion: ProductVersion.Number))
            .WithMetrics(metrics => AddMetrics(metrics, settings));
        if (settings.OtlpEndpoint is not null)
            telemetry.WithTracing(traces => AddTraces(traces, settings));
        return services;
    }

    /// <summary>Maps <see cref="MetricsPath"/> where the settings ask for it.</summary>
    public static void MapMetrics(this WebApplication app, TelemetrySettings settings)
    {
        if (settings.Prometheus)
            app.MapPrometheusScrapingEndpoint(MetricsPath).WithMetadata(EndpointAccess.Staff).Describe(ApiOperations.Metrics);
    }

    private static void AddMetrics(MeterProviderBuilder metrics, TelemetrySettings settings)
    {
        metrics.AddMeter(Parts).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation();
        if (settings.Prometheus)
            metrics.AddPrometheusExporter();
        if (settings.OtlpEndpoint is { } collector)
            metrics.AddOtlpExporter(options => Configure(options, settings, collector, "v1/metrics"));
    }

    // The address of a page holds the questions of its conversation, so no request's query is recorded.
    private static void AddTraces(TracerProviderBuilder traces, TelemetrySettings settings) =>
        traces
            .AddSource(Parts)
            .AddAspNetCoreInstrumentation(options =>
            {
                options.Filter = context => !context.Request.Path.StartsWithSegments("/health") && context.Request.Path != MetricsPath;
                options.EnrichWithHttpRequest = (activity, _) => activity.SetTag("url.query", null);
            })
            .AddOtlpExporter(options => Configure(options, settings, settings.OtlpEndpoint!, "v1/traces"));

    // https://opentelemetry.io/docs/specs/otel/protocol/exporter/: over HTTP each signal has a path of its own.
    private static void Configure(OtlpExporterOptions options, TelemetrySettings settings, Uri collector, string path)
    {
        options.Protocol = settings.OtlpProtocol;
        options.Endpoint =
            settings.OtlpProtocol == OtlpExportProtocol.HttpProtobuf ? new Uri(collector.AbsoluteUri.TrimEnd('/') + '/' + path) : collector;
        if (settings.OtlpHeaders is { } headers)
            options.Headers = headers;
    }
}
