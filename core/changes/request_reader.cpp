#include "core/changes/request_reader.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>

namespace lepto {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Webhook)
};

bool isToken(const QByteArray &text)
{
    static constexpr char others[] = "!#$%&'*+-.^_`|~";
    const auto fits = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c != '\0' && std::find(others, others + sizeof others - 1, c) != others + sizeof others - 1);
    };
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), fits);
}

bool isVisible(const QByteArray &text, bool blanks)
{
    return std::all_of(text.begin(), text.end(), [blanks](char c) { return (c > 32 && c < 127) || (blanks && (c == ' ' || c == '\t' || c < 0)); });
}

/// Fills a request from its head; answers a status where it is refused.
class HeadReader {
public:
    explicit HeadReader(WebReading &out) : m_out(out) {}

    bool read(const QByteArray &head)
    {
        const QList<QByteArray> lines = split(head);
        if (lines.size() - 1 > web_limit::headers)
            return refuse(431, Words::tr("the request has too many headers"));
        if (!requestLine(lines.value(0)))
            return false;
        for (const QByteArray &line : lines.mid(1)) {
            if (!headerLine(line))
                return false;
        }
        return framing();
    }

private:
    static QList<QByteArray> split(const QByteArray &head)
    {
        QList<QByteArray> lines;
        qsizetype from = 0;
        for (qsizetype end; (end = head.indexOf("\r\n", from)) >= 0; from = end + 2)
            lines.append(head.mid(from, end - from));
        lines.append(head.mid(from));
        return lines;
    }

    bool refuse(int status, const QString &reason)
    {
        m_out.state = WebReading::State::Bad;
        m_out.status = status;
        m_out.reason = reason;
        return false;
    }

    bool requestLine(const QByteArray &line)
    {
        const QList<QByteArray> parts = line.split(' ');
        if (parts.size() != 3 || !isToken(parts[0]) || !parts[2].startsWith("HTTP/"))
            return refuse(400, Words::tr("the first line is not an HTTP request"));
        if (parts[2] != "HTTP/1.1")
            return refuse(505, Words::tr("only HTTP/1.1 is spoken here"));
        if (!parts[1].startsWith('/') || !isVisible(parts[1], false))
            return refuse(400, Words::tr("the target is not a path"));
        m_out.request.method = parts[0];
        m_out.request.target = parts[1];
        return true;
    }

    bool headerLine(const QByteArray &line)
    {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(colon), value = line.mid(colon + 1).trimmed();
        if (colon < 0 || !isToken(name) || !isVisible(value, true))
            return refuse(400, Words::tr("a header is malformed"));
        m_out.request.headers.append({ name.toLower(), value });
        return true;
    }

    bool framing()
    {
        const WebRequest &request = m_out.request;
        if (request.count("transfer-encoding") > 0)
            return refuse(501, Words::tr("a body must be sent with its length, not in chunks"));
        if (request.count("host") != 1)
            return refuse(400, Words::tr("the request must name one host"));
        const QByteArray length = request.header("content-length");
        if (length.isEmpty() && request.count("content-length") == 0)
            return request.method == "POST" ? refuse(411, Words::tr("the length of the body is missing")) : true;
        const char *end = length.constData() + length.size();
        const auto [at, wrong] = std::from_chars(length.constData(), end, m_out.request.length);
        const bool digits = std::all_of(length.begin(), length.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (wrong == std::errc::result_out_of_range)
            return tooLarge();
        if (request.count("content-length") != 1 || !digits || at != end || wrong != std::errc())
            return refuse(400, Words::tr("the length of the body is not a number"));
        return request.length <= web_limit::body || tooLarge();
    }

    bool tooLarge() { return refuse(413, Words::tr("the body is larger than %1 KiB").arg(web_limit::body >> 10)); }

    WebReading &m_out;
};

} // namespace

QByteArray WebRequest::header(const QByteArray &name) const
{
    const auto it = std::find_if(headers.begin(), headers.end(), [&](const auto &header) { return header.first == name; });
    return it == headers.end() ? QByteArray() : it->second;
}

int WebRequest::count(const QByteArray &name) const
{
    return int(std::count_if(headers.begin(), headers.end(), [&](const auto &header) { return header.first == name; }));
}

WebReading readWebRequest(const QByteArray &bytes)
{
    WebReading out;
    const qsizetype end = bytes.left(web_limit::head + 4).indexOf("\r\n\r\n");
    if (end < 0) {
        if (bytes.size() > web_limit::head) {
            out.state = WebReading::State::Bad;
            out.status = 431;
            out.reason = Words::tr("the head of the request is too large");
        }
        return out;
    }
    if (!HeadReader(out).read(bytes.left(end)))
        return out;
    out.request.body = bytes.mid(end + 4, out.request.length);
    out.state = out.request.body.size() == out.request.length ? WebReading::State::Done : WebReading::State::Head;
    return out;
}

} // namespace lepto
