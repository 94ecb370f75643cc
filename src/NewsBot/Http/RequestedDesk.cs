using NewsBot.Newsroom.Retrieval;
using NewsBot.Requests;

namespace NewsBot.Http;

/// <summary>Reads the parameter <c>desk</c> of a request, which narrows what the API shows and never widens it.</summary>
internal static class RequestedDesk
{
    /// <summary>Returns the rights of the request, or what is wrong with the parameter.</summary>
    public static (ReaderRights? Rights, Problem? Problem) Read(HttpContext context) =>
        context.RequestServices.GetRequiredService<HostReader>().Requested(context.Request.Query["desk"], "The parameter desk");
}
