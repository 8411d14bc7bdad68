#pragma once

#include "ui/pages/page.h"
#include "ui/widgets/popup.h"

namespace lepto {

/// "?": the keys of the page and of the whole console.
class KeyOverlay : public Popup {
    Q_OBJECT
public:
    explicit KeyOverlay(QWidget *window);
    void open(const std::vector<Page::Key> &pageKeys);
    static std::vector<Page::Key> globalKeys();

private:
    void fill(const std::vector<Page::Key> &pageKeys);
};

} // namespace lepto
