#pragma once

#include "core/promql/completion.h"

#include <QFrame>

class QLabel;
class QListWidget;

namespace lepto {

/// What may be written next: a list with the kind of each word, and beside it what the chosen one does. A child of the window
/// that never takes the focus; the field that opened it hands its keys over. A click takes a word.
class CompletionPopup : public QFrame {
    Q_OBJECT
public:
    explicit CompletionPopup(QWidget *window);

    /// Below `cursor`, above it where there is no room, inside the window; hides where there is nothing to offer.
    void offer(std::vector<promql::Completion> items, const QRect &cursor);
    const promql::Completion *current() const; ///< null: nothing is offered
    void step(int rows); ///< round the ends
    int count() const { return int(m_items.size()); }

Q_SIGNALS:
    void taken();

private:
    void explain();

    std::vector<promql::Completion> m_items;
    QListWidget *m_list;
    QLabel *m_name, *m_kind, *m_signature, *m_help, *m_keys;
};

} // namespace lepto
