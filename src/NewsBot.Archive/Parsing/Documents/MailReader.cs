using System.Globalization;
using MimeKit;
using NewsBot.Archive.Parsing.Dates;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Archive.Parsing.Markup;
using NewsBot.Archive.Parsing.Texts;
using NewsBot.Archive.Parsing.Wire;

namespace NewsBot.Archive.Parsing.Documents;

/// <summary>Reads an e-mail message: subject, sender, date and text. Attachments are not read.</summary>
internal sealed class MailReader : IArticleFormatReader
{
    private const int MaxDepth = 32;

    /// <inheritdoc />
    public IEnumerable<FormatItem> Read(FormatFile file)
    {
        MimeMessage message;
        try
        {
            message = MimeMessage.Load(
                new ParserOptions { MaxMimeDepth = MaxDepth },
                new MemoryStream(file.Bytes.ToArray(), writable: false)
            );
        }
        catch (FormatException)
        {
            return [FormatItem.Rejected(RejectionKind.Malformed, "is not a complete e-mail message; save it again as .eml")];
        }

        using (message)
        {
            if (
                message.Body is MimeKit.Cryptography.MultipartEncrypted
                || message.Body?.ContentType.IsMimeType("application", "pkcs7-mime") == true
            )
                return [FormatItem.Rejected(RejectionKind.Encoding, "is an encrypted message; save its text")];
            var text = Text(message);
            if (string.IsNullOrWhiteSpace(text))
                return
                [
                    FormatItem.Rejected(
                        RejectionKind.NoText,
                        message.Attachments.Any()
                            ? "is a message without text; save its attachments and ingest them"
                            : "is a message without text"
                    ),
                ];
            var first = FirstLines.Read(text, file.DateOrder ?? DateOrder.DayFirst);
            var sender = message.From.Mailboxes.FirstOrDefault() ?? message.Sender;
            return
            [
                new FormatItem(
                    new ArticleDraft
                    {
                        Headline = Subject(message.Subject) ?? first.Headline,
                        Text = first.Text,
                        Published =
                            message.Date == default
                                ? first.Published
                                : message.Date.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                        Author = first.Author ?? (string.IsNullOrWhiteSpace(sender?.Name) ? sender?.Address : sender.Name),
                        Outlet = first.Outlet ?? Header(message, "Organization"),
                        ItemId = message.MessageId,
                        Language = Header(message, "Content-Language"),
                    }
                ),
            ];
        }
    }

    private static string? Text(MimeMessage message)
    {
        if (message.TextBody is { } plain && !string.IsNullOrWhiteSpace(plain))
        {
            var text = plain.Replace("\r\n", "\n", StringComparison.Ordinal);
            // RFC 3676, section 4.3: what follows "-- " is the sender's signature.
            var signature = text.LastIndexOf("\n-- \n", StringComparison.Ordinal);
            return (signature > 0 ? text[..signature] : text).AsParagraphs();
        }

        return message.HtmlBody is { } html ? MarkupText.Of(html) : null;
    }

    private static string? Subject(string? subject)
    {
        if (string.IsNullOrWhiteSpace(subject))
            return null;
        while (
            subject.Length > 4
            && (
                subject.StartsWith("Re: ", StringComparison.OrdinalIgnoreCase)
                || subject.StartsWith("Fw: ", StringComparison.OrdinalIgnoreCase)
                || subject.StartsWith("Fwd:", StringComparison.OrdinalIgnoreCase)
            )
        )
            subject = subject[4..].TrimStart();
        return subject;
    }

    private static string? Header(MimeMessage message, string name) =>
        message.Headers[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
