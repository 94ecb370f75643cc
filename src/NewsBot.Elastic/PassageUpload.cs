using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Core.Bulk;
using Elastic.Clients.Elasticsearch.IndexManagement;

namespace NewsBot.Elastic;

/// <summary>Sends the passages of a write in requests of bounded size. Not thread-safe.</summary>
internal sealed class PassageUpload(EngineClient engine, ElasticOptions options)
{
    // Names, numbers and the line of the action.
    private const int OtherBytes = 350;

    // A request can succeed although passages in it failed.
    private const int Success = 200;

    /// <summary>Sends passages, and returns when all of them can be found.</summary>
    /// <exception cref="IOException">The engine did not take all of them.</exception>
    public void Send(IEnumerable<PassageRecord> passages)
    {
        var (batch, bytes, sent) = (new List<PassageRecord>(), 0L, false);
        foreach (var passage in passages)
        {
            batch.Add(passage);
            bytes += OtherBytes + BytesOf(passage.Headline) + BytesOf(passage.Body) + BytesOf(passage.Source);
            if (bytes < options.RequestBytes)
                continue;
            Send(batch);
            (batch, bytes, sent) = ([], 0, true);
        }

        if (batch.Count > 0)
            Send(batch);
        else if (!sent)
            return;
        var answer = engine.Call("refresh", sender => sender.Indices.Refresh(new RefreshRequest(options.Index)));
        if (answer.Shards is { Failed: > 0 })
            throw EngineClient.Failure("refresh", "a shard failed");
    }

    private static int BytesOf(string text) => System.Text.Encoding.UTF8.GetByteCount(text);

    private void Send(List<PassageRecord> batch)
    {
        var request = new BulkRequest(options.Index)
        {
            Operations = [.. batch.Select(passage => new BulkIndexOperation<PassageRecord>(passage) { Id = passage.Id })],
        };
        var answer = engine.Call("write", sender => sender.Bulk(request), Success);
        if (answer.Items?.Count != batch.Count)
            throw EngineClient.Failure("write", "its answer does not name every passage");
        var refused = answer.Items.Where(item => item.Status is < 200 or >= 300).ToList();
        if (refused.Count > 0)
            throw EngineClient.Failure(
                "write",
                $"it refused {refused.Count} of {batch.Count} passages, the first with {refused[0].Status} {refused[0].Error?.Reason}"
            );
    }
}
