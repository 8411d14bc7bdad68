#pragma once

#include <QListView>
#include <QStringList>

class QStandardItemModel;

namespace lepto {

/// The 68 px rail of pages: key, picture, name and the number of things that need you there. An item is known by its id; its key is id + 1.
class NavRail : public QListView {
    Q_OBJECT
public:
    explicit NavRail(QWidget *parent = nullptr);
    struct Item {
        int id = 0;
        QString icon, name;
    };
    void setItems(const std::vector<Item> &items);   ///< names again after a change of language
    QModelIndex indexOf(int id) const;               ///< invalid: there is none
    int current() const;
    void setCurrent(int id);                         ///< without `chosen`
    void setBadge(int id, int count);
    int badge(int id) const;
    void setEmpty(int id, bool empty);               ///< greyed, still reachable

Q_SIGNALS:
    void chosen(int id);

private:
    QStandardItemModel *m_model;
};

} // namespace lepto
