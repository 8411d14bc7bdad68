#pragma once

#include "core/sources/source.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace lepto {

/// The fields of one source. Says what is wrong under the field while it is typed; never shows a secret.
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
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    enum Login { NoLogin, Password, Token, TokenFile };
    QLineEdit *line(const char *name, int row, int column, bool mono = true);
    void addField(QWidget *field, const char *name, int row, int column);
    void arrange();
    void check();
    void fill(const SourceConfig &config);

    SourceConfig m_original;
    QStringList m_taken;
    bool m_fresh = false, m_filling = false;
    QGridLayout *m_grid;
    std::vector<std::pair<QWidget *, QLabel *>> m_labels;
    QComboBox *m_kind, *m_login;
    QLineEdit *m_name, *m_address, *m_watch, *m_user, *m_secret, *m_tokenFile, *m_ca;
    QSpinBox *m_every;
    QCheckBox *m_verify;
    QLabel *m_wrongName, *m_wrongAddress, *m_secretNote;
};

} // namespace lepto
