#pragma once

#include <QRect>
#include <QString>

namespace lepto {

/// What an own painted widget shows, item by item, for assistive technology. GUI thread.
class SpokenItems {
public:
    virtual ~SpokenItems() = default;
    virtual int spokenCount() const = 0;
    virtual QString spokenText(int index) const = 0;
    /// In the widget's coordinates; empty where the item is out of view.
    virtual QRect spokenRect(int index) const = 0;
};

} // namespace lepto
