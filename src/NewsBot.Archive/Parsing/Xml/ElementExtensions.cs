using System.Xml.Linq;

namespace NewsBot.Archive.Parsing.Xml;

/// <summary>Finds elements by their names alone: feeds and wires mix up their namespaces.</summary>
internal static class ElementExtensions
{
    /// <summary>The first child of this name.</summary>
    public static XElement? Child(this XElement? element, string name) => element?.Elements().FirstOrDefault(child => Is(child, name));

    /// <summary>The children of this name.</summary>
    public static IEnumerable<XElement> Children(this XElement? element, string name) =>
        element?.Elements().Where(child => Is(child, name)) ?? [];

    /// <summary>The first element of this name at any depth.</summary>
    public static XElement? Below(this XElement? element, string name) => element?.Descendants().FirstOrDefault(child => Is(child, name));

    /// <summary>Whether the element has this name.</summary>
    public static bool Is(this XElement element, string name) => element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The attribute's value; null where it is missing or blank.</summary>
    public static string? ValueOf(this XElement? element, string name) =>
        element?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName.Equals(name,
            StringComparison.OrdinalIgnoreCase))?.Value is { } value
        && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>The element's text on the ends trimmed; null where it is missing or blank.</summary>
    public static string? Text(this XElement? element) => string.IsNullOrWhiteSpace(element?.Value) ? null : element.Value.Trim();
}
