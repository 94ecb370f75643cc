using System.Net;

namespace NewsBot.Benchmarks.Soak;

/// <summary>What came of one question.</summary>
/// <param name="Due">When it was to be asked, since the start of the run.</param>
/// <param name="Took">From then until the last byte of the answer, so that a late start counts as waiting.</param>
/// <param name="Status">The answer's status; null where none came.</param>
internal readonly record struct AskedQuestion(TimeSpan Due, TimeSpan Took, HttpStatusCode? Status);
