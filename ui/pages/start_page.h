#pragma once

#include "ui/console.h"
#include "ui/pages/page.h"

class QLabel;
class QPushButton;

namespace lepto {

class KeyValues;
class MarkLabel;
class OptionButton;
class TimeScale;

/// First run: where do the numbers come from? Stands in place of Health until something is connected.
class StartPage : public Page {
    Q_OBJECT
public:
    StartPage(Console &console, TimeScale &scale, QWidget *parent = nullptr);
    std::vector<Key> pageKeys() const override;
    QWidget *firstFocus() const override;

protected:
    void refresh() override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildChoices();
    QWidget *buildSide();
    OptionButton *option(const char *name, const QString &icon, const QString &keys, std::function<void()> act);
    void watchHost();
    void openSample();
    void chooseBundle();
    void lookAround();
    void useFound();
    void wrong(const QString &what);

    Console &m_console;
    QWidget *m_side;
    OptionButton *m_prometheus, *m_exporter, *m_host, *m_bundle, *m_sample;
    MarkLabel *m_foundMark;
    QLabel *m_hero, *m_line;
    QLabel *m_drop, *m_found, *m_wrong;
    QPushButton *m_use;
    KeyValues *m_machine, *m_keys;
    std::vector<SourceConfig> m_finds;
};

} // namespace lepto
