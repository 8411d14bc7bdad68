#include "core/alerts/alertmanager_client.h"

#include "core/alerts/alertmanager_json.h"
#include "core/alerts/matcher_parser.h"
#include "core/base/text.h"

#include <QJsonDocument>
#include <QUuid>

namespace lepto {

namespace {

constexpr std::size_t kMostRows = 50'000;

template <typename T>
void add(std::vector<T> &out, const std::optional<T> &row)
{
    if (row)
        out.push_back(*row);
}

/// Every row of an array; refused where it is none or too long to be looked at.
template <typename T, typename Read>
Result<std::vector<T>> rowsOf(const QUrl &url, const QJsonValue &value, Read read)
{
    if (!value.isArray())
        return Error{ErrorCode::BadInput, utf8(authorityOf(url)), utf8(AlertmanagerClient::tr("the answer is no list, this is not Alertmanager's API"))};
    const QJsonArray array = value.toArray();
    if (std::size_t(array.size()) > kMostRows)
        return Error{ErrorCode::Exhausted, utf8(authorityOf(url)), utf8(AlertmanagerClient::tr("the answer has more than %1 rows").arg(kMostRows))};
    std::vector<T> out;
    for (const QJsonValue &row : array)
        add<T>(out, read(row.toObject()));
    return out;
}

Result<QString> checkedId(const QString &id)
{
    if (QUuid::fromString(id).isNull())
        return Error{ErrorCode::BadInput, utf8(oneLine(id, 60)), utf8(AlertmanagerClient::tr("is not the id of a silence"))};
    return QUuid::fromString(id).toString(QUuid::WithoutBraces);
}

QString yesNo(bool on)
{
    return on ? QStringLiteral("true") : QStringLiteral("false");
}

} // namespace

AlertmanagerClient::AlertmanagerClient(const SourceConfig &config, const QString &secret, QObject *parent)
    : QObject(parent), m_config(config), m_http(config, secret)
{
}

HttpRequest AlertmanagerClient::request(const QString &path, const Form &form) const
{
    HttpRequest request;
    request.url = urlOf(path, form);
    request.accept = "application/json";
    request.timeoutMs = m_config.timeoutMs;
    request.maxBytes = m_maxBytes;
    return request;
}

void AlertmanagerClient::get(const QString &path, const Form &form, Context context, Answer<QJsonValue> answer)
{
    const HttpRequest asked = request(path, form);
    m_http.send(asked, context, [this, url = asked.url, answer = std::move(answer)](Result<HttpAnswer> http) {
        if (!http)
            return answer(http.error());
        if (http->clockOffsetMs)
            m_clockOffset = http->clockOffsetMs;
        answer(alertmanagerAnswer(url, *http));
    });
}

void AlertmanagerClient::write(HttpRequest request, Context context, Answer<QJsonValue> answer)
{
    request.once = true;
    m_http.send(request, context, [url = request.url, answer = std::move(answer)](Result<HttpAnswer> http) {
        if (http)
            return answer(alertmanagerAnswer(url, *http));
        Error error = http.error();
        if (error.code == ErrorCode::Unavailable || error.code == ErrorCode::Exhausted)
            error.reason = utf8(tr("%1; whether it was done is not known, look at the list of silences before trying again").arg(qstr(error.reason)));
        answer(error);
    });
}

AlertmanagerClient::Form AlertmanagerClient::formOf(const AlertQuery &query)
{
    Form form{{QStringLiteral("active"), yesNo(query.active)}, {QStringLiteral("silenced"), yesNo(query.silenced)},
              {QStringLiteral("inhibited"), yesNo(query.inhibited)}, {QStringLiteral("unprocessed"), yesNo(query.unprocessed)}};
    for (const SilenceMatcher &matcher : query.filter)
        form.append({QStringLiteral("filter"), matcherText(matcher)});
    if (!query.receiver.isEmpty())
        form.append({QStringLiteral("receiver"), query.receiver});
    return form;
}

void AlertmanagerClient::status(Context context, Answer<AlertmanagerStatus> answer)
{
    get(QStringLiteral("/status"), {}, context, [url = urlOf({}), answer = std::move(answer)](Result<QJsonValue> value) {
        if (!value)
            return answer(value.error());
        if (!(*value)[u"versionInfo"].isObject())
            return answer(Error{ErrorCode::BadInput, utf8(authorityOf(url)), utf8(tr("the answer names no version, this is not Alertmanager's API"))});
        answer(statusFrom(value->toObject()));
    });
}

void AlertmanagerClient::receivers(Context context, Answer<QStringList> answer)
{
    get(QStringLiteral("/receivers"), {}, context,
        [answer = std::move(answer)](Result<QJsonValue> value) { answer(value ? Result<QStringList>(namesFrom(*value)) : value.error()); });
}

void AlertmanagerClient::alerts(const AlertQuery &query, Context context, Answer<std::vector<Alert>> answer)
{
    get(QStringLiteral("/alerts"), formOf(query), context, [url = urlOf({}), answer = std::move(answer)](Result<QJsonValue> value) {
        answer(value ? rowsOf<Alert>(url, *value, alertFrom) : value.error());
    });
}

void AlertmanagerClient::groups(const AlertQuery &query, Context context, Answer<std::vector<AlertGroup>> answer)
{
    Form form = formOf(query);
    form.removeIf([](const auto &field) { return field.first == QLatin1String("unprocessed"); }); // groups are what was processed
    get(QStringLiteral("/alerts/groups"), form, context, [url = urlOf({}), answer = std::move(answer)](Result<QJsonValue> value) {
        answer(value ? rowsOf<AlertGroup>(url, *value, groupFrom) : value.error());
    });
}

void AlertmanagerClient::silences(const std::vector<SilenceMatcher> &filter, Context context, Answer<std::vector<Silence>> answer)
{
    Form form;
    for (const SilenceMatcher &matcher : filter)
        form.append({QStringLiteral("filter"), matcherText(matcher)});
    get(QStringLiteral("/silences"), form, context, [url = urlOf({}), answer = std::move(answer)](Result<QJsonValue> value) {
        answer(value ? rowsOf<Silence>(url, *value, silenceFrom) : value.error());
    });
}

void AlertmanagerClient::silenceObject(const QString &id, Context context, Answer<QJsonObject> answer)
{
    const auto checked = checkedId(id);
    if (!checked) {
        QMetaObject::invokeMethod(context, [answer, error = checked.error()] { answer(error); }, Qt::QueuedConnection);
        return;
    }
    get(QStringLiteral("/silence/") + *checked, {}, context, [id = *checked, answer = std::move(answer)](Result<QJsonValue> value) {
        if (value)
            return answer(value->toObject());
        if (value.error().code == ErrorCode::NotFound)
            return answer(Error{ErrorCode::NotFound, utf8(id), utf8(tr("Alertmanager knows no such silence"))});
        answer(value.error());
    });
}

void AlertmanagerClient::silence(const QString &id, Context context, Answer<Silence> answer)
{
    silenceObject(id, context, [id, answer = std::move(answer)](Result<QJsonObject> object) {
        if (!object)
            return answer(object.error());
        const auto silence = silenceFrom(*object);
        answer(silence ? Result<Silence>(*silence) : Error{ErrorCode::BadInput, utf8(id), utf8(tr("the answer is no silence"))});
    });
}

void AlertmanagerClient::postSilence(const QJsonObject &silence, Context context, Answer<QString> answer)
{
    HttpRequest post = request(QStringLiteral("/silences"), {});
    post.method = "POST";
    post.contentType = "application/json";
    post.body = QJsonDocument(silence).toJson(QJsonDocument::Compact);
    write(post, context, [url = post.url, answer = std::move(answer)](Result<QJsonValue> value) {
        if (!value)
            return answer(value.error());
        const QString id = oneLine((*value)[u"silenceID"].toString(), 100);
        if (id.isEmpty())
            return answer(Error{ErrorCode::BadInput, utf8(authorityOf(url)), utf8(tr("the answer names no silence; look at the list of silences before trying again"))});
        answer(id);
    });
}

void AlertmanagerClient::expireSilence(const QString &id, Context context, Answer<bool> answer)
{
    const auto checked = checkedId(id);
    if (!checked) {
        QMetaObject::invokeMethod(context, [answer, error = checked.error()] { answer(error); }, Qt::QueuedConnection);
        return;
    }
    HttpRequest expire = request(QStringLiteral("/silence/") + *checked, {});
    expire.method = "DELETE";
    write(expire, context, [id = *checked, answer = std::move(answer)](Result<QJsonValue> value) {
        if (value)
            return answer(true);
        const bool unknown = value.error().code == ErrorCode::NotFound;
        answer(unknown ? Error{ErrorCode::NotFound, utf8(id), utf8(tr("Alertmanager knows no such silence"))} : value.error());
    });
}

} // namespace lepto
