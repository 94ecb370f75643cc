using Microsoft.Extensions.DependencyInjection;

namespace NewsBot.Newsroom.Orchestration;

/// <summary>Adds the newsroom's kernel to a host.</summary>
public static class NewsroomKernelServices
{
    /// <summary>Adds one <see cref="NewsroomKernel"/>, and its kernel under Semantic Kernel's own type for plugins and agents beside it.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="create">Makes it; called once.</param>
    public static IServiceCollection AddNewsroomKernel(this IServiceCollection services, Func<IServiceProvider, NewsroomKernel> create) =>
        services.AddSingleton(create).AddSingleton(provider => provider.GetRequiredService<NewsroomKernel>().Kernel);
}
