#pragma once

#include "ui/charts/sparkline.h"
#include "ui/console.h"
#include "ui/desks/self_desk.h"
#include "ui/pages/page.h"

#include <map>

class QLabel;
class QPushButton;
class QSplitter;

namespace lepto {

class CellModel;
class KeyValues;
class LookBar;
class MarkLabel;
class PaneHead;
class RowTable;

/// The console about itself: version, data folder, its own numbers as on its own metrics page, what left this machine, licences.
class AboutPage : public Page {
    Q_OBJECT
public:
    explicit AboutPage(Console &console, QWidget *parent = nullptr);
    QWidget *firstFocus() const override;

protected:
    void refresh() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildNumbers();
    QWidget *buildTraffic();
    QWidget *buildSide();
    void showNumbers(const SelfReport &report);
    void showFolder(const SelfReport &report);
    void showHosts(const SelfReport &report);
    SelfReport report() const;
    void copy();

    Console &m_console;
    std::map<QString, Sparkline> m_trends;
    QLabel *m_title, *m_build, *m_outside, *m_outsideWhy, *m_fullText;
    MarkLabel *m_outsideMark;
    QPushButton *m_copy, *m_sourcesLink;
    LookBar *m_look;
    PaneHead *m_numbersHead, *m_folderHead, *m_hostsHead, *m_licenceHead, *m_sourcesHead;
    CellModel *m_numberModel, *m_hostModel;
    RowTable *m_numbers, *m_hosts;
    KeyValues *m_folder, *m_sources, *m_licences;
    QSplitter *m_split;
};

} // namespace lepto
