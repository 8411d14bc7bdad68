#pragma once

#include <QListView>
#include <QStringList>

class QStandardItemModel;

namespace lepto {

/// The 68 px rail of pages: key, picture, name and the number of things that need you there.
class NavRail : public QListView {
    Q_OBJECT
public:
    explicit NavRail(QWidget *parent = nullptr);
    struct Item {
        QString icon, name;
    };
    void setItems(const std::vector<Item> &items);   ///< names again after a change of language
    int current() const;
    void setCurrent(int index);                      ///< without `chosen`
    void setBadge(int index, int count);
    int badge(int index) const;
    void setEmpty(int index, bool empty);            ///< greyed, still reachable

Q_SIGNALS:
    void chosen(int index);

private:
    QStandardItemModel *m_model;
};

} // namespace lepto
