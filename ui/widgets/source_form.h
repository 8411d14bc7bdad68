#pragma once

#include "core/sources/source.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace lepto {

/// The fields of one source: each kind shows its own. Says what is wrong under the field while it is typed; never shows a secret.
class SourceForm : public QWidget {
    Q_OBJECT
public:
    explicit SourceForm(QWidget *parent = nullptr);
    /// `fresh`: not saved yet, the name may be chosen; `taken`: names of others.
    void edit(const SourceConfig &config, bool fresh, const QStringList &taken);
    /// Shows a draft on top of what `edit` was given.
    void setDraft(const SourceConfig &draft, const QString &secret);
    SourceConfig config() const;
    QString secret() const;               ///< typed now; empty: the stored one stays
    int unsaved() const;                  ///< how many fields differ
    bool valid() const;
    /// What would make the source unusable and stands under no field; empty: nothing, or too little is typed yet.
    QString problem() const;
    void retranslate();

    enum Field {
        Kind, Name, Address, Every, Watch, Login, User, Secret, TokenFile, Ca, Verify, Timeout, Identity, Certificate, ServerName, Headers, Parameters, FieldCount
    };

Q_SIGNALS:
    void edited();

private:
    enum LoginKind { NoLogin, Password, Token, BearerFile };
    struct Part {
        QWidget *field = nullptr;
        QLabel *label = nullptr, *note = nullptr; ///< note: wrong, or how it is kept
    };
    QWidget *makeField(Field field);
    QLineEdit *line(Field field) const;
    QString text(Field field) const;
    bool isShown(Field field) const;
    SourceConfig::Kind kind() const;
    LoginKind login() const;
    void place();
    void name();
    void check();
    void say(Field field, const QString &words, const char *tone = "critical");
    void fill(const SourceConfig &config);

    SourceConfig m_original;
    QStringList m_taken;
    bool m_fresh = false, m_filling = false, m_more = false;
    QGridLayout *m_grid;
    std::array<Part, FieldCount> m_parts;
    QComboBox *m_kind = nullptr, *m_login = nullptr;
    QDoubleSpinBox *m_every = nullptr, *m_timeout = nullptr;
    QCheckBox *m_verify = nullptr;
    QPushButton *m_moreButton;
};

} // namespace lepto
