using System.Reflection;

namespace NewsBot.Text;

/// <summary>Gives the version of NewsBot.</summary>
internal static class ProductVersion
{
    private static readonly Assembly Product = typeof(ProductVersion).Assembly;

    /// <summary>Gets the version with the commit that it was built from, such as <c>0.1.0+5745c4c…</c>.</summary>
    public static string Full { get; } = Product.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Gets the version alone, such as <c>0.1.0</c>.</summary>
    public static string Number { get; } = Product.GetName().Version!.ToString(3);
}
