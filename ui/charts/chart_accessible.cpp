#include "ui/charts/chart_accessible.h"

#include "ui/charts/spoken_items.h"
#include "ui/charts/time_chart.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <map>

namespace lepto {

namespace {

/// One item of a painted widget. Lives as long as the widget's interface.
class SpokenItem final : public QAccessibleInterface {
public:
    SpokenItem(QWidget *widget, const SpokenItems &items, QAccessible::Role role, int index)
        : m_widget(widget)
        , m_items(items)
        , m_role(role)
        , m_index(index)
    { }

    bool isValid() const override { return m_widget && m_index < m_items.spokenCount(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_widget); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_items.spokenText(m_index) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    QAccessible::Role role() const override { return m_role; }

    QRect rect() const override
    {
        const QRect area = isValid() ? m_items.spokenRect(m_index) : QRect();
        return area.isEmpty() ? QRect() : area.translated(m_widget->mapToGlobal(QPoint()));
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        state.selectable = false;
        state.invalid = !isValid();
        state.offscreen = rect().isEmpty();
        return state;
    }

private:
    QWidget *m_widget;
    const SpokenItems &m_items;
    QAccessible::Role m_role;
    int m_index;
};

class SpokenWidget final : public QAccessibleWidget {
public:
    SpokenWidget(QWidget *widget, const SpokenItems &items, QAccessible::Role role, QAccessible::Role childRole)
        : QAccessibleWidget(widget, role)
        , m_items(items)
        , m_childRole(childRole)
    { }

    ~SpokenWidget() override
    {
        for (const auto &[index, id] : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return m_items.spokenCount(); }

    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= m_items.spokenCount())
            return nullptr;
        auto known = m_ids.find(index);
        if (known == m_ids.end()) {
            auto *item = new SpokenItem(widget(), m_items, m_childRole, index);
            known = m_ids.emplace(index, QAccessible::registerAccessibleInterface(item)).first;
        }
        return QAccessible::accessibleInterface(known->second);
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (const auto &[index, id] : m_ids) {
            if (QAccessible::accessibleInterface(id) == child)
                return index;
        }
        return -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            QAccessibleInterface *item = child(i);
            if (item->rect().contains(x, y))
                return item;
        }
        return nullptr;
    }

private:
    const SpokenItems &m_items;
    QAccessible::Role m_childRole;
    mutable std::map<int, QAccessible::Id> m_ids;
};

QAccessibleInterface *speak(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    const auto *items = dynamic_cast<SpokenItems *>(widget);
    if (!items)
        return nullptr;
    const bool chart = qobject_cast<TimeChart *>(widget) != nullptr;
    return new SpokenWidget(
        widget, *items, chart ? QAccessible::Chart : QAccessible::List, chart ? QAccessible::Row : QAccessible::ListItem);
}

} // namespace

void installChartAccessible()
{
    QAccessible::installFactory(speak);
}

} // namespace lepto
