using Microsoft.Extensions.AI;
using NewsBot.Newsroom.Models.Tools;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Newsroom.Models;

/// <summary>Wraps a tool for one turn: it adds the reader's rights and the shown passages, and limits the calls.</summary>
/// <param name="tool">The tool that does the work.</param>
/// <param name="rights">What the reader may see.</param>
/// <param name="shown">The passages of the turn.</param>
/// <param name="permission">Decides on each call.</param>
internal sealed class TurnTool(AIFunction tool, ReaderRights rights, ShownPassages shown, Func<TurnTool.Permission> permission)
    : DelegatingAIFunction(tool)
{
    /// <summary>Specifies whether a tool may be called.</summary>
    internal enum Permission
    {
        /// <summary>The call is allowed.</summary>
        Grant,

        /// <summary>The call returns only that nothing was found.</summary>
        Refuse,

        /// <summary>The same, and the turn ends without another round.</summary>
        End,
    }

    /// <inheritdoc />
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var granted = permission();
        if (granted == Permission.End)
            FunctionInvokingChatClient.CurrentContext?.Terminate = true;
        if (granted != Permission.Grant)
            return ToolTexts.NothingNew;
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
