#include "ui/widgets/source_form.h"

#include "core/settings/edge_address.h"
#include "ui/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/source_fields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QUrl>

#include <cmath>

namespace lepto {

namespace {

using SourceKind = SourceConfig::Kind;

constexpr std::array kinds { SourceKind::Prometheus, SourceKind::Exporter, SourceKind::Alertmanager, SourceKind::Grafana, SourceKind::Loki,
    SourceKind::Journal, SourceKind::LogFile, SourceKind::Edge, SourceKind::Host };
constexpr int longestText = 2000, longestName = 64, columnsOfFields = 2;
constexpr double shortest = 0.1, longest = 3600;
constexpr std::array objectNames { "sourceKind", "sourceName", "sourceAddress", "sourceEvery", "sourceWatch", "sourceLogin", "sourceUser", "secretField",
    "sourceTokenFile", "sourceCa", "sourceVerify", "sourceTimeout", "sourceIdentity", "sourceCertificate", "sourceServerName", "sourceHeaders", "sourceParameters" };
static_assert(objectNames.size() == SourceForm::FieldCount);

bool isPath(SourceKind kind)
{
    return kind == SourceKind::Host || kind == SourceKind::Journal || kind == SourceKind::LogFile;
}

bool goodAddress(SourceKind kind, const QString &text)
{
    if (kind == SourceKind::Edge)
        return bool(EdgeAddress::parse(text));
    if (isPath(kind)) // checkSource() knows what is right there
        return true;
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https")) && !url.host().isEmpty()
        && url.userInfo().isEmpty();
}

bool goodName(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9_.-]*$"));
    return pattern.match(text).hasMatch();
}

double shownSeconds(int ms)
{
    return std::round(ms / 100.0) / 10;
}

/// What the field does not show in full is kept as it was.
int keptMs(const QDoubleSpinBox *spin, int was)
{
    return spin->value() == shownSeconds(was) ? was : int(std::lround(spin->value() * 1000));
}

} // namespace

SourceForm::SourceForm(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_moreButton(makeButton(ButtonKind::Link))
{
    setObjectName(QStringLiteral("sourceForm"));
    m_grid->setContentsMargins(14, 2, 14, 8);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    for (const int column : { 0, 3 }) {
        m_grid->setColumnMinimumWidth(column, 90);
        m_grid->setColumnStretch(column + 1, 1);
    }
    m_grid->setColumnMinimumWidth(2, 8);
    m_moreButton->setObjectName(QStringLiteral("sourceMore"));
    m_moreButton->setParent(this);
    for (int field = 0; field < FieldCount; ++field) {
        Part &part = m_parts[std::size_t(field)];
        part.field = makeField(Field(field));
        part.field->setParent(this);
        part.field->setObjectName(QLatin1String(objectNames[std::size_t(field)]));
        part.label = plainLabel(Theme::Type::Body, "muted");
        part.label->setParent(this);
        part.label->setBuddy(part.field);
        part.note = wrappedLabel(Theme::Type::Caption, "critical");
        part.note->setParent(this);
    }
    for (const auto kind : kinds)
        m_kind->addItem({}, int(kind));
    for (int i = 0; i <= BearerFile; ++i)
        m_login->addItem({});
    connect(m_moreButton, &QPushButton::clicked, this, [this] {
        m_more = !m_more;
        place();
    });
    retranslate();
    edit({}, true, {});
}

QWidget *SourceForm::makeField(Field field)
{
    const auto spin = [this](double least) {
        auto *box = new QDoubleSpinBox;
        box->setLocale(QLocale::c());
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
        box->setDecimals(1);
        box->setRange(least, longest);
        box->setMaximumWidth(130);
        connect(box, &QDoubleSpinBox::valueChanged, this, &SourceForm::check);
        return box;
    };
    const auto combo = [this] {
        auto *box = new QComboBox;
        connect(box, &QComboBox::currentIndexChanged, this, &SourceForm::check);
        return box;
    };
    switch (field) {
    case Kind: return m_kind = combo();
    case Login: return m_login = combo();
    case Every: return m_every = spin(shortest);
    case Timeout: return m_timeout = spin(shortest);
    case Verify:
        m_verify = new QCheckBox;
        connect(m_verify, &QCheckBox::toggled, this, &SourceForm::check);
        return m_verify;
    default: break;
    }
    auto *edit = new QLineEdit;
    edit->setMaxLength(field == Name ? longestName : longestText);
    if (field == Secret)
        edit->setEchoMode(QLineEdit::Password);
    if (field != Name)
        Theme::of().dress(edit, Theme::Type::Code);
    connect(edit, &QLineEdit::textChanged, this, &SourceForm::check);
    return edit;
}

QLineEdit *SourceForm::line(Field field) const
{
    return static_cast<QLineEdit *>(m_parts[field].field);
}

QString SourceForm::text(Field field) const
{
    return line(field)->text().trimmed();
}

SourceConfig::Kind SourceForm::kind() const
{
    return SourceKind(m_kind->currentData().toInt());
}

SourceForm::LoginKind SourceForm::login() const
{
    return hasField(kind(), Login) ? LoginKind(m_login->currentIndex()) : NoLogin;
}

bool SourceForm::isShown(Field field) const
{
    if (!hasField(kind(), field) || (isSeldom(field) && !m_more))
        return false;
    switch (field) {
    case User: return login() == Password;
    case Secret: return login() == Password || login() == Token;
    case TokenFile: return login() == BearerFile;
    default: return true;
    }
}

void SourceForm::retranslate()
{
    m_filling = true;
    for (int i = 0; i < int(kinds.size()); ++i)
        m_kind->setItemText(i, text::of(kinds[std::size_t(i)]));
    const QString logins[] = { tr("None"), tr("User and password"), tr("Bearer token"), tr("Token from a file") };
    for (int i = 0; i <= BearerFile; ++i)
        m_login->setItemText(i, logins[i]);
    for (QDoubleSpinBox *spin : { m_every, m_timeout })
        spin->setSuffix(tr(" s"));
    m_verify->setText(tr("Check the certificate"));
    m_verify->setAccessibleName(tr("Check the certificate"));
    m_filling = false;
    check();
}

/// Names and examples, which differ by kind.
void SourceForm::name()
{
    const SourceKind of = kind();
    const bool edge = of == SourceKind::Edge;
    const QString address = of == SourceKind::LogFile ? tr("Files") : of == SourceKind::Journal ? tr("Folder") : tr("Address");
    const QString watch = of == SourceKind::Grafana ? tr("Tags") : of == SourceKind::Journal ? tr("Matches") : of == SourceKind::Loki ? tr("Streams") : tr("Watch");
    const QString names[] { tr("Kind"), tr("Name"), address, tr("Read every"), watch, tr("Login"), tr("User"), tr("Secret"), tr("Token file"),
        edge ? tr("Known hosts") : tr("CA file"), QString(), tr("Time-out"), edge ? tr("Identity file") : tr("Key file"), tr("Certificate"), tr("Server name"),
        tr("Headers"), tr("Parameters") };
    for (int field = 0; field < FieldCount; ++field) {
        m_parts[std::size_t(field)].label->setText(names[field]);
        if (!names[field].isEmpty())
            m_parts[std::size_t(field)].field->setAccessibleName(names[field]);
    }
    line(Address)->setPlaceholderText(addressExample(of));
    line(Watch)->setPlaceholderText(of == SourceKind::Grafana ? QStringLiteral("deploy, release")
            : of == SourceKind::Journal                      ? QStringLiteral("_SYSTEMD_UNIT=nginx.service")
                                                             : QStringLiteral("{job=\"checkout\"}"));
    line(Ca)->setPlaceholderText(edge ? tr("The user's own") : tr("System certificates"));
    line(Headers)->setPlaceholderText(QStringLiteral("X-Scope-OrgID: shop"));
    line(Parameters)->setPlaceholderText(QStringLiteral("dedup=true; partial_response=true"));
    m_moreButton->setText(m_more ? tr("Fewer fields") : tr("More fields"));
}

void SourceForm::edit(const SourceConfig &config, bool fresh, const QStringList &taken)
{
    m_original = config;
    m_fresh = fresh;
    m_taken = taken;
    m_more = !config.headers.isEmpty() || !config.parameters.isEmpty() || !config.clientCertFile.isEmpty() || !config.clientKeyFile.isEmpty()
        || !config.serverName.isEmpty();
    fill(config);
}

void SourceForm::setDraft(const SourceConfig &draft, const QString &secret)
{
    fill(draft);
    line(Secret)->setText(secret);
}

void SourceForm::fill(const SourceConfig &config)
{
    m_filling = true;
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(config.kind))));
    m_every->setValue(shownSeconds(config.intervalMs));
    m_timeout->setValue(shownSeconds(config.timeoutMs));
    m_login->setCurrentIndex(!config.tokenFile.isEmpty() ? BearerFile : !config.username.isEmpty() ? Password : !config.secretRef.isEmpty() ? Token : NoLogin);
    m_verify->setChecked(config.verifyTls);
    const std::pair<Field, QString> texts[] { { Name, config.name }, { Address, config.url }, { Watch, config.query }, { User, config.username }, { Secret, {} },
        { TokenFile, config.tokenFile }, { Ca, config.caFile }, { Identity, config.clientKeyFile }, { Certificate, config.clientCertFile },
        { ServerName, config.serverName }, { Headers, pairsText(config.headers, QLatin1Char(':')) }, { Parameters, pairsText(config.parameters, QLatin1Char('=')) } };
    for (const auto &[field, text] : texts)
        line(field)->setText(text);
    line(Secret)->setPlaceholderText(config.secretRef.isEmpty() ? QString() : tr("stored, not shown"));
    line(Name)->setReadOnly(!m_fresh);
    m_filling = false;
    check();
}

SourceConfig SourceForm::config() const
{
    SourceConfig config = m_original;
    config.kind = kind();
    config.name = text(Name);
    const auto take = [this](Field field) { return hasField(kind(), field) ? text(field) : QString(); };
    config.url = take(Address);
    config.query = take(Watch);
    config.intervalMs = keptMs(m_every, m_original.intervalMs);
    config.timeoutMs = hasField(config.kind, Timeout) ? keptMs(m_timeout, m_original.timeoutMs) : m_original.timeoutMs;
    config.username = login() == Password ? text(User) : QString();
    config.tokenFile = login() == BearerFile ? text(TokenFile) : QString();
    const bool secretLogin = login() == Password || login() == Token;
    config.secretRef = !secretLogin ? QString() : m_original.secretRef.isEmpty() && !secret().isEmpty() ? config.name : m_original.secretRef;
    config.caFile = take(Ca);
    config.clientKeyFile = take(Identity);
    config.clientCertFile = take(Certificate);
    config.serverName = take(ServerName);
    config.headers = pairsFrom(take(Headers), QLatin1Char(':'));
    config.parameters = pairsFrom(take(Parameters), QLatin1Char('='));
    config.verifyTls = m_verify->isChecked();
    return config;
}

QString SourceForm::secret() const
{
    return login() == Password || login() == Token ? line(Secret)->text() : QString();
}

int SourceForm::unsaved() const
{
    const SourceConfig now = config();
    const SourceConfig &was = m_original;
    return (now.kind != was.kind) + (now.name != was.name) + (now.url != was.url) + (now.intervalMs != was.intervalMs) + (now.timeoutMs != was.timeoutMs)
        + (now.query != was.query) + (now.username != was.username) + (now.tokenFile != was.tokenFile) + (now.caFile != was.caFile)
        + (now.clientKeyFile != was.clientKeyFile) + (now.clientCertFile != was.clientCertFile) + (now.serverName != was.serverName)
        + (now.headers != was.headers) + (now.parameters != was.parameters) + (now.verifyTls != was.verifyTls)
        + (!secret().isEmpty() || now.secretRef != was.secretRef);
}

bool SourceForm::valid() const
{
    const SourceConfig now = config();
    return goodName(now.name) && !m_taken.contains(now.name) && goodAddress(now.kind, now.url) && checkSource(now);
}

QString SourceForm::problem() const
{
    const SourceConfig now = config();
    const bool typed = goodName(now.name) && !m_taken.contains(now.name) && (now.kind == SourceKind::Journal || !hasField(now.kind, Address) || !now.url.isEmpty());
    if (!typed || !goodAddress(now.kind, now.url))
        return {};
    const auto checked = checkSource(now);
    return checked ? QString() : text::of(Error { checked.error().code, {}, checked.error().reason });
}

/// What is shown moves up, two fields a row, so that no kind has holes.
void SourceForm::place()
{
    name();
    int at = 0;
    const auto put = [this, &at](QWidget *label, QWidget *field, QWidget *note) {
        const int row = at / columnsOfFields * 2, column = at % columnsOfFields * 3;
        if (label)
            m_grid->addWidget(label, row, column);
        m_grid->addWidget(field, row, column + 1);
        if (note)
            m_grid->addWidget(note, row + 1, column + 1);
        ++at;
    };
    for (int field = 0; field < FieldCount; ++field) {
        const Part &part = m_parts[std::size_t(field)];
        const bool on = isShown(Field(field));
        for (QWidget *widget : std::initializer_list<QWidget *> { part.field, part.label, part.note })
            m_grid->removeWidget(widget);
        part.field->setVisible(on);
        part.label->setVisible(on);
        part.note->setVisible(on && !part.note->text().isEmpty());
        if (on)
            put(part.label, part.field, part.note);
    }
    m_grid->removeWidget(m_moreButton);
    const bool seldom = hasField(kind(), Timeout);
    m_moreButton->setVisible(seldom);
    if (seldom)
        m_grid->addWidget(m_moreButton, (at + 1) / columnsOfFields * 2, 1, Qt::AlignLeft);
    QWidget *before = nullptr;
    for (int field = 0; field < FieldCount; ++field) {
        if (before && isShown(Field(field)))
            setTabOrder(before, m_parts[std::size_t(field)].field);
        before = isShown(Field(field)) ? m_parts[std::size_t(field)].field : before;
    }
    setTabOrder(before, m_moreButton);
}

void SourceForm::say(Field field, const QString &words, const char *tone)
{
    m_parts[field].note->setText(words);
    setTone(m_parts[field].note, tone);
}

void SourceForm::check()
{
    if (m_filling)
        return;
    const QString typedName = text(Name), address = text(Address);
    say(Name, m_taken.contains(typedName)                ? tr("Another source has this name")
            : !typedName.isEmpty() && !goodName(typedName) ? tr("Letters, digits, dot, dash and underscore only")
                                                           : QString());
    const bool bad = hasField(kind(), Address) && !address.isEmpty() && !goodAddress(kind(), address);
    say(Address, !bad                             ? QString()
            : kind() == SourceKind::Edge          ? tr("The address of an edge is ssh://user@host")
            : QUrl(address).userInfo().isEmpty() ? tr("An address begins with http:// or https:// and names a host")
                                                  : tr("Put user and password into the login fields"));
    say(Secret, tr("Kept encrypted, never shown, logged or exported"), "muted");
    say(Watch, kind() == SourceKind::Prometheus ? tr("Selector of the series; empty takes all, up to the limit") : QString(), "muted");
    place();
    Q_EMIT edited();
}

} // namespace lepto
