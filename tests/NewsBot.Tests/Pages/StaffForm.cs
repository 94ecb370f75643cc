using System.Net;
using System.Text.RegularExpressions;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Pages;

/// <summary>Sends the forms of staff pages as a browser does.</summary>
internal static partial class StaffForm
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Sends a form, and returns the page that answers.</summary>
    /// <param name="host">The host, which takes the caller for staff at its own machine.</param>
    /// <param name="page">The address that takes the form.</param>
    /// <param name="fields">The fields, without the token.</param>
    /// <param name="expected">The status that the answer must have.</param>
    /// <param name="token">Instead of the token in the page.</param>
    public static async Task<string> SendAsync(
        TestHost host,
        string page,
        IEnumerable<(string Name, string Value)> fields,
        HttpStatusCode expected = HttpStatusCode.OK,
        string? token = null
    )
    {
        // All pages have the same token, and this one always has a form.
        token ??= Token().Match(await host.Client.GetStringAsync(new Uri(new Uri(page), "/admin/keys"), Stop)).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, page);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Content = new FormUrlEncodedContent(
            fields.Prepend(("token", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))
        );
        using var response = await host.Client.SendAsync(request, Stop);
        Assert.Equal(expected, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Stop));
    }

    [GeneratedRegex("name=\"token\" value=\"([0-9A-F]+)\"")]
    private static partial Regex Token();
}
