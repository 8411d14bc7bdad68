#pragma once

#include "ui/key_map.h"
#include "ui/pages/page.h"
#include "ui/widgets/popup.h"

namespace lepto {

/// "?": the keys of the page and of the whole console.
class KeyOverlay : public Popup {
    Q_OBJECT
public:
    explicit KeyOverlay(QWidget *window);
    void open(const std::vector<Page::Key> &pageKeys, const KeyMap &keys);
    static std::vector<Page::Key> globalKeys(const KeyMap &keys = {});

Q_SIGNALS:
    void aboutWanted();               ///< the page about this console

private:
    void fill(const std::vector<Page::Key> &pageKeys, const KeyMap &keys);
};

} // namespace lepto
