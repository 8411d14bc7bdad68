#pragma once

#include "core/layouts/layout_store.h"

#include <functional>

namespace lepto {

/// The pages of charts that people keep: saved views of Explore and imported dashboards. In the manner of Console: GUI thread,
/// the snapshot always present, requests return at once and are dropped with their `context`. Kept beside the decisions, also
/// while a bundle is open.
class LayoutDesk : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    template <typename T>
    using Answer = std::function<void(Result<T>)>;

    virtual const std::vector<LayoutStore::Entry> &layouts() const = 0; ///< by title
    virtual void find(qint64 id, QObject *context, Answer<ExploreLayout> answer) = 0;
    virtual void save(const ExploreLayout &layout, QObject *context, Answer<ExploreLayout> answer) = 0;
    /// Answers with what was removed, so that it can be saved again.
    virtual void remove(qint64 id, QObject *context, Answer<ExploreLayout> answer) = 0;
    /// Reads a Grafana dashboard and keeps it. Errors: BadInput, Unavailable.
    virtual void importDashboard(const QString &file, QObject *context, Answer<ExploreLayout> answer) = 0;
    /// Fills the options of the layout's variables from the names of the history.
    virtual void fillVariables(const ExploreLayout &layout, QObject *context, Answer<ExploreLayout> answer) = 0;

Q_SIGNALS:
    void layoutsChanged();
};

} // namespace lepto
