using Microsoft.Extensions.AI;
using NewsBot.Newsroom.Models.Tools;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Newsroom.Models;

/// <summary>A tool as one turn offers it: with the reader's rights, with the passages that the turn has shown, and not without end.</summary>
/// <param name="tool">Does the work.</param>
/// <param name="rights">What the reader may see.</param>
/// <param name="shown">The passages of the turn.</param>
/// <param name="permission">Asked before each call.</param>
internal sealed class TurnTool(AIFunction tool, ReaderRights rights, ShownPassages shown, Func<TurnTool.Permission> permission) : DelegatingAIFunction(tool)
{
    /// <summary>Whether a call may be made.</summary>
    internal enum Permission
    {
        /// <summary>It may.</summary>
        Grant,

        /// <summary>It gets no more than that nothing was found.</summary>
        Refuse,

        /// <summary>It may not, and the model is not asked again.</summary>
        End,
    }

    /// <inheritdoc />
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var granted = permission();
        if (granted == Permission.End) FunctionInvokingChatClient.CurrentContext?.Terminate = true;
        if (granted != Permission.Grant) return ToolTexts.NothingNew;
        arguments[ToolArguments.Rights] = rights;
        arguments[ToolArguments.Shown] = shown;
        try
        {
            return await base.InvokeCoreAsync(arguments, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new ToolException(failure);
        }
    }
}
