namespace NewsBot.ApiDocument;

/// <summary>Specifies what is sent and received, as JSON. A test checks each against its schema.</summary>
internal static class ApiExamples
{
    /// <summary>Specifies a question.</summary>
    public const string Question = """{"question":"where was Putin?","conversation":"desk-7"}""";

    /// <summary>Specifies its answer.</summary>
    public const string Answer = """
        {
          "question": "where was Putin?",
          "outcome": "answered",
          "text": "RIA news agency said Putin had not been in the Kremlin at the time and was working on Wednesday at his Novo Ogaryovo residence outside Moscow. [1]",
          "statements": [{ "text": "RIA news agency said Putin had not been in the Kremlin at the time and was working on Wednesday at his Novo Ogaryovo residence outside Moscow.", "citations": [1] }],
          "citations": [
            {
              "number": 1,
              "source": "001_a0b4809ae95599bf.txt",
              "headline": "Smoke was seen over Kremlin after drones allegedly launched by Ukraine were shot down last night.",
              "published": "2023-05-03",
              "quote": "RIA news agency said Putin had not been in the Kremlin at the time and was working on Wednesday at his Novo Ogaryovo residence outside Moscow.",
              "start": 2820,
              "end": 2962,
              "link": "http://127.0.0.1:3978/articles/001_a0b4809ae95599bf.txt#q2820-2962"
            }
          ],
          "asOf": "2023-05-03",
          "composer": "extractive",
          "elapsedMilliseconds": 3.1
        }
        """;

    /// <summary>Specifies a statement and the passage that it is judged by.</summary>
    public const string Statement = """{"passage":"Two drones were disabled.","statement":"Three drones were disabled."}""";

    /// <summary>Specifies its verdict.</summary>
    public const string Verdict = """{"supported":false,"score":0.5,"reasons":["Number"]}""";

    /// <summary>Specifies the passages of a search.</summary>
    public const string Passages = """
        {
          "passages": [
            {
              "source": "000_7fc79060c1c00942.txt",
              "headline": "Drones over the Kremlin",
              "published": "2023-05-03",
              "text": "Two drones were brought down over the Kremlin.",
              "start": 0,
              "end": 46,
              "score": 7.25
            }
          ]
        }
        """;

    /// <summary>Specifies an article.</summary>
    public const string Article = """
        {
          "source": "000_7fc79060c1c00942.txt",
          "headline": "Drones over the Kremlin",
          "published": "2023-05-03",
          "text": "Two drones were brought down over the Kremlin.",
          "author": null,
          "outlet": null,
          "url": null,
          "section": null,
          "language": "en",
          "state": "published"
        }
        """;

    /// <summary>Specifies a digest.</summary>
    public const string Digest = """
        {
          "date": "2023-05-03",
          "topic": null,
          "desk": null,
          "articles": 0,
          "text": "No article of 3 May 2023 is in the archive.",
          "stories": [],
          "citations": [],
          "leftOut": 0,
          "moreReports": []
        }
        """;

    /// <summary>Specifies a timeline.</summary>
    public const string Timeline = """
        {
          "topic": "drone",
          "days": [{ "date": "2023-05-03", "statements": [{ "text": "Two drones were brought down over the Kremlin.", "citations": [1] }] }],
          "citations": [
            {
              "number": 1,
              "source": "000_7fc79060c1c00942.txt",
              "headline": "Drones over the Kremlin",
              "published": "2023-05-03",
              "quote": "Two drones were brought down over the Kremlin.",
              "start": 0,
              "end": 46,
              "link": "http://127.0.0.1:3978/articles/000_7fc79060c1c00942.txt#q0-46"
            }
          ]
        }
        """;
}
