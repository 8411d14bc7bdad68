#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

namespace lepto::house {

/// The arrows of the house: app -> ui -> core -> ml/base, app/worker -> ml/torch -> ml/base, and the rooms of core in their
/// order.
class LayerRules {
public:
    /// `rooms`: of core, lowest first. `qtHeaders`: the folder that holds QtCore/, QtGui/ ..., to know the module of a class.
    LayerRules(QStringList rooms, QString qtHeaders);

    /// One sentence for each forbidden #include of a file, empty where it keeps the rules.
    QStringList violations(const QString &file, const QByteArray &content) const;

    /// One sentence for each file outside ml/torch and ml/cuda that gets Torch through the project's own headers.
    QStringList torchLeaks(const QHash<QString, QByteArray> &contentByFile) const;

    static QStringList includesOf(const QByteArray &content);

private:
    QString moduleOf(const QString &include) const;
    QString reasonAgainst(const QString &file, const QString &include) const;
    QString roomReason(const QString &file, const QString &include) const;

    QStringList m_rooms;
    QString m_qtHeaders;
};

} // namespace lepto::house
