#include "ui/widgets/source_form.h"

#include "core/settings/edge_address.h"
#include "ui/text.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QUrl>

#include <array>

namespace lepto {

namespace {

constexpr std::array kinds { SourceConfig::Kind::Prometheus, SourceConfig::Kind::Exporter, SourceConfig::Kind::Alertmanager,
    SourceConfig::Kind::Grafana, SourceConfig::Kind::Loki, SourceConfig::Kind::Journal, SourceConfig::Kind::LogFile, SourceConfig::Kind::Edge,
    SourceConfig::Kind::Host };
constexpr int longestText = 2000, longestName = 64, shortestEvery = 1, longestEvery = 3600;

/// Read on this machine: no login, no certificates.
bool isLocal(SourceConfig::Kind kind)
{
    return kind == SourceConfig::Kind::Host || kind == SourceConfig::Kind::Journal || kind == SourceConfig::Kind::LogFile;
}

bool hasSelection(SourceConfig::Kind kind)
{
    return kind == SourceConfig::Kind::Prometheus || kind == SourceConfig::Kind::Loki || kind == SourceConfig::Kind::Journal;
}

bool goodAddress(SourceConfig::Kind kind, const QString &text)
{
    if (kind == SourceConfig::Kind::Edge)
        return bool(EdgeAddress::parse(text));
    if (isLocal(kind)) // checkSource() knows what is right there
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

} // namespace

SourceForm::SourceForm(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_kind(new QComboBox)
    , m_login(new QComboBox)
    , m_every(new QSpinBox)
    , m_verify(new QCheckBox)
    , m_wrongName(plainLabel(Theme::Type::Caption, "critical"))
    , m_wrongAddress(plainLabel(Theme::Type::Caption, "critical"))
    , m_secretNote(plainLabel(Theme::Type::Caption, "muted"))
{
    m_grid->setContentsMargins(14, 2, 14, 8);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnMinimumWidth(0, 90);
    m_grid->setColumnMinimumWidth(3, 90);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(4, 1);
    m_grid->setColumnMinimumWidth(2, 8);
    addField(m_kind, "sourceKind", 0, 0);
    m_name = line("sourceName", 0, 1, false);
    m_grid->addWidget(m_wrongName, 1, 4);
    m_address = line("sourceAddress", 2, 0);
    m_grid->addWidget(m_wrongAddress, 3, 1);
    addField(m_every, "sourceEvery", 2, 1);
    m_watch = line("sourceWatch", 4, 0);
    addField(m_login, "sourceLogin", 4, 1);
    m_ca = line("sourceCa", 6, 0);
    m_user = line("sourceUser", 6, 1);
    m_secret = line("secretField", 8, 1);
    m_secret->setEchoMode(QLineEdit::Password);
    m_grid->addWidget(m_secretNote, 9, 4);
    m_tokenFile = line("sourceTokenFile", 8, 1);
    m_verify->setObjectName(QStringLiteral("sourceVerify"));
    m_verify->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_grid->addWidget(m_verify, 8, 1);
    m_name->setMaxLength(longestName);
    m_every->setRange(shortestEvery, longestEvery);
    m_every->setFixedWidth(120);
    for (int i = 0; i < int(kinds.size()); ++i)
        m_kind->addItem({});
    for (int i = 0; i < 4; ++i)
        m_login->addItem({});
    connect(m_kind, &QComboBox::currentIndexChanged, this, &SourceForm::check);
    connect(m_login, &QComboBox::currentIndexChanged, this, &SourceForm::check);
    connect(m_every, &QSpinBox::valueChanged, this, &SourceForm::check);
    connect(m_verify, &QCheckBox::toggled, this, &SourceForm::check);
    retranslate();
    edit({}, true, {});
}

QLineEdit *SourceForm::line(const char *name, int row, int column, bool mono)
{
    auto *field = new QLineEdit;
    field->setMaxLength(longestText);
    if (mono)
        Theme::of().dress(field, Theme::Type::Code);
    addField(field, name, row, column);
    connect(field, &QLineEdit::textChanged, this, &SourceForm::check);
    return field;
}

void SourceForm::addField(QWidget *field, const char *name, int row, int column)
{
    field->setObjectName(QLatin1String(name));
    auto *label = plainLabel(Theme::Type::Body, "muted");
    label->setBuddy(field);
    m_grid->addWidget(label, row, column * 3);
    m_grid->addWidget(field, row, column * 3 + 1);
    m_labels.emplace_back(field, label);
}

void SourceForm::retranslate()
{
    m_filling = true;
    const QString names[] = { tr("Kind"), tr("Name"), tr("Address"), tr("Read every"), tr("Watch"), tr("Login"), tr("CA file"), tr("User"),
        tr("Secret"), tr("Token file") };
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        m_labels[i].second->setText(names[i]);
        m_labels[i].first->setAccessibleName(names[i]);
    }
    for (int i = 0; i < int(kinds.size()); ++i) {
        m_kind->setItemText(i, text::of(kinds[std::size_t(i)]));
        m_kind->setItemData(i, int(kinds[std::size_t(i)]));
    }
    const QString logins[] = { tr("None"), tr("User and password"), tr("Bearer token"), tr("Token from a file") };
    for (int i = 0; i < 4; ++i)
        m_login->setItemText(i, logins[i]);
    m_every->setSuffix(tr(" s"));
    m_watch->setPlaceholderText(QStringLiteral("{job=\"checkout\"}"));
    m_verify->setText(tr("Check the certificate"));
    m_secretNote->setText(tr("Kept encrypted, never shown, logged or exported"));
    m_filling = false;
    check();
}

void SourceForm::edit(const SourceConfig &config, bool fresh, const QStringList &taken)
{
    m_original = config;
    m_fresh = fresh;
    m_taken = taken;
    fill(config);
}

void SourceForm::setDraft(const SourceConfig &draft, const QString &secret)
{
    fill(draft);
    m_secret->setText(secret);
}

void SourceForm::fill(const SourceConfig &config)
{
    m_filling = true;
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(config.kind))));
    m_name->setText(config.name);
    m_address->setText(config.url);
    m_every->setValue(config.intervalMs / 1000);
    m_watch->setText(config.query);
    m_login->setCurrentIndex(!config.tokenFile.isEmpty() ? TokenFile : !config.username.isEmpty() ? Password : !config.secretRef.isEmpty() ? Token : NoLogin);
    m_user->setText(config.username);
    m_secret->clear();
    m_secret->setPlaceholderText(config.secretRef.isEmpty() ? QString() : tr("stored, not shown"));
    m_tokenFile->setText(config.tokenFile);
    m_ca->setText(config.caFile);
    m_verify->setChecked(config.verifyTls);
    m_filling = false;
    check();
}

SourceConfig SourceForm::config() const
{
    SourceConfig config = m_original;
    config.kind = SourceConfig::Kind(m_kind->currentData().toInt());
    config.name = m_name->text().trimmed();
    const bool host = config.kind == SourceConfig::Kind::Host;
    config.url = host ? QString() : m_address->text().trimmed();
    config.intervalMs = m_every->value() * 1000;
    config.query = hasSelection(config.kind) ? m_watch->text().trimmed() : QString();
    const bool local = isLocal(config.kind), web = !local && config.kind != SourceConfig::Kind::Edge;
    const int login = web ? m_login->currentIndex() : NoLogin;
    config.username = login == Password ? m_user->text().trimmed() : QString();
    config.tokenFile = login == TokenFile ? m_tokenFile->text().trimmed() : QString();
    const bool secretLogin = login == Password || login == Token;
    config.secretRef = !secretLogin ? QString() : m_original.secretRef.isEmpty() && !m_secret->text().isEmpty() ? config.name : m_original.secretRef;
    config.caFile = local ? QString() : m_ca->text().trimmed();
    config.verifyTls = m_verify->isChecked();
    return config;
}

QString SourceForm::secret() const
{
    const int login = m_login->currentIndex();
    return login == Password || login == Token ? m_secret->text() : QString();
}

int SourceForm::unsaved() const
{
    const SourceConfig now = config();
    const SourceConfig &was = m_original;
    return (now.kind != was.kind) + (now.name != was.name) + (now.url != was.url) + (now.intervalMs != was.intervalMs) + (now.query != was.query)
        + (now.username != was.username) + (now.tokenFile != was.tokenFile) + (now.caFile != was.caFile) + (now.verifyTls != was.verifyTls)
        + (!secret().isEmpty() || now.secretRef != was.secretRef);
}

bool SourceForm::valid() const
{
    const SourceConfig now = config();
    return goodName(now.name) && !m_taken.contains(now.name) && goodAddress(now.kind, now.url) && (!isLogKind(now.kind) || checkSource(now));
}

void SourceForm::arrange()
{
    const auto kind = SourceConfig::Kind(m_kind->currentData().toInt());
    const bool local = isLocal(kind), web = !local && kind != SourceConfig::Kind::Edge;
    const int login = m_login->currentIndex();
    const auto shown = [this](QWidget *field, bool on) {
        field->setVisible(on);
        for (const auto &[widget, label] : m_labels) {
            if (widget == field)
                label->setVisible(on);
        }
    };
    shown(m_address, kind != SourceConfig::Kind::Host);
    shown(m_watch, hasSelection(kind));
    shown(m_login, web);
    shown(m_ca, !local);
    m_verify->setVisible(web);
    shown(m_user, web && login == Password);
    shown(m_secret, web && (login == Password || login == Token));
    m_secretNote->setVisible(m_secret->isVisibleTo(this));
    shown(m_tokenFile, web && login == TokenFile);
    m_name->setReadOnly(!m_fresh);
    for (const auto &[widget, label] : m_labels) {
        if (widget == m_ca)
            label->setText(web ? tr("CA file") : tr("Known hosts"));
    }
    m_ca->setPlaceholderText(web ? tr("System certificates") : tr("The user's own"));
    m_address->setPlaceholderText(kind == SourceConfig::Kind::Edge ? QStringLiteral("ssh://user@host")
            : kind == SourceConfig::Kind::LogFile                  ? QStringLiteral("/var/log/app/*.log")
                                                                   : QString());
}

void SourceForm::check()
{
    if (m_filling)
        return;
    arrange();
    const QString name = m_name->text().trimmed(), address = m_address->text().trimmed();
    QString wrong;
    if (m_taken.contains(name))
        wrong = tr("Another source has this name");
    else if (!name.isEmpty() && !goodName(name))
        wrong = tr("Letters, digits, dot, dash and underscore only");
    m_wrongName->setText(wrong);
    m_wrongName->setVisible(!wrong.isEmpty());
    const auto kind = SourceConfig::Kind(m_kind->currentData().toInt());
    const bool badAddress = m_address->isVisibleTo(this) && !address.isEmpty() && !goodAddress(kind, address);
    m_wrongAddress->setText(kind == SourceConfig::Kind::Edge  ? tr("The address of an edge is ssh://user@host")
            : QUrl(address).userInfo().isEmpty() ? tr("An address begins with http:// or https:// and names a host")
                                                               : tr("Put user and password into the login fields"));
    m_wrongAddress->setVisible(badAddress);
    Q_EMIT edited();
}

} // namespace lepto
