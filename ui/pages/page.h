#pragma once

#include <QKeySequence>
#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

namespace lepto {

/// One page of the console. Made on first visit and kept; GUI thread; owned by the window.
/// Texts are set through `words`, so that a change of language says them again.
class Page : public QWidget {
    Q_OBJECT
public:
    explicit Page(QWidget *parent = nullptr);

    struct Key {
        QString keys, does;
    };
    virtual bool hasTimeAxis() const { return false; }    ///< false hides the time bar
    virtual std::vector<Key> pageKeys() const { return {}; } ///< for the overlay "?"
    /// Shows one object of the page: an incident's number, a plan's id, an expression; unknown ones are ignored.
    virtual void open(const QString &) {}
    /// The filter that "/" puts the focus into; null: none.
    virtual QWidget *filter() const { return nullptr; }
    /// What has the focus when the page is shown first; null: the page itself.
    virtual QWidget *firstFocus() const { return nullptr; }

Q_SIGNALS:
    /// Asks the window for another place: page id (MainWindow::placeIds) and an object on it.
    void goTo(const QString &page, const QString &object);

protected:
    /// Runs `say` now and after every change of language; `say` may only use objects that live as long as the page.
    void words(std::function<void()> say);
    /// Dynamic content again; called after a change of language.
    virtual void refresh() {}
    void changeEvent(QEvent *event) override;

private:
    std::vector<std::function<void()>> m_words;
};

} // namespace lepto
