#pragma once

#include "core/layouts/layout.h"

#include <QJsonArray>
#include <QJsonObject>

namespace lepto {

/// Reads the panels of a dashboard into a layout whose variables are known already; what is left out becomes a note.
class DashboardPanels {
public:
    explicit DashboardPanels(ExploreLayout &layout) : m_layout(layout) {}

    /// Schema 15 and later: panels in reading order, rows among them; a collapsed row holds its panels itself.
    void read(const QJsonArray &panels);
    /// Up to schema 14: rows of panels.
    void readOldRows(const QJsonArray &rows);

private:
    void startRow(const QJsonObject &row);
    void takePanel(const QJsonObject &object);
    void takeQueries(LayoutPanel &panel, const QJsonObject &object);
    bool isPrometheus(const QJsonObject &panel, const QJsonObject &target, QString *other) const;
    QString problemOf(const QString &expr) const;
    void takeLook(LayoutPanel &panel, const QJsonObject &object);
    void note(LayoutNote::Code code, const QString &where, const QString &detail);

    ExploreLayout &m_layout;
    qsizetype m_panels = 0;
};

} // namespace lepto
