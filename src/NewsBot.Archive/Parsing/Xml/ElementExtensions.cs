using System.Xml.Linq;

namespace NewsBot.Archive.Parsing.Xml;

/// <summary>Finds elements by local name: feeds and wires confuse their namespaces.</summary>
internal static class ElementExtensions
{
    /// <summary>Returns the first child with this name.</summary>
    public static XElement? Child(this XElement? element, string name) => element?.Elements().FirstOrDefault(child => Is(child, name));

    /// <summary>Returns the children with this name.</summary>
    public static IEnumerable<XElement> Children(this XElement? element, string name) =>
        element?.Elements().Where(child => Is(child, name)) ?? [];

    /// <summary>Returns the first element with this name at any depth.</summary>
    public static XElement? Below(this XElement? element, string name) => element?.Descendants().FirstOrDefault(child => Is(child, name));

    /// <summary>Determines whether the element has this name.</summary>
    public static bool Is(this XElement element, string name) => element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the attribute's value, trimmed; null where it is missing or blank.</summary>
    public static string? ValueOf(this XElement? element, string name) =>
        element?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value
            is { } value
        && !string.IsNullOrWhiteSpace(value)
            ? value.Trim()
            : null;

    /// <summary>Returns the element's text, trimmed; null where it is missing or blank.</summary>
    public static string? Text(this XElement? element) => string.IsNullOrWhiteSpace(element?.Value) ? null : element.Value.Trim();
}
