using OpenTelemetry.Exporter;

namespace NewsBot.Settings;

/// <summary>Represents where traces and metrics go, and how logs are written. Immutable.</summary>
/// <param name="OtlpEndpoint">The collector that receives traces and metrics by OTLP; null: none.</param>
/// <param name="OtlpProtocol">The protocol that it speaks.</param>
/// <param name="OtlpHeaders">Headers for it, <c>name=value</c> separated by commas; they may contain a secret and are never logged.</param>
/// <param name="Prometheus">Whether <c>/metrics</c> is served.</param>
/// <param name="JsonLogs">Whether each line of the log is a JSON object.</param>
internal sealed record TelemetrySettings(
    Uri? OtlpEndpoint,
    OtlpExportProtocol OtlpProtocol,
    string? OtlpHeaders,
    bool Prometheus,
    bool JsonLogs
)
{
    /// <summary>Reads section <c>Telemetry</c>.</summary>
    public static TelemetrySettings Read(SettingsReader reader)
    {
        var headers = reader.Text("Telemetry:OtlpHeaders");
        if (headers?.Split(',').Any(header => header.IndexOf('=', StringComparison.Ordinal) < 1) == true)
            reader.Fail("Telemetry:OtlpHeaders", "cannot be read", "write name=value, and separate several by commas");
        return new TelemetrySettings(
            reader.WebAddress("Telemetry:OtlpEndpoint"),
            reader.Choice("Telemetry:OtlpProtocol", OtlpExportProtocol.Grpc),
            headers,
            reader.Flag("Telemetry:Prometheus", false),
            reader.Flag("Telemetry:JsonLogs", false)
        );
    }

    /// <summary>Returns a text without the headers, because settings may be written anywhere.</summary>
    public override string ToString() =>
        $"TelemetrySettings {{ OtlpEndpoint = {OtlpEndpoint}, OtlpProtocol = {OtlpProtocol}, Prometheus = {Prometheus}, JsonLogs = {JsonLogs} }}";
}
