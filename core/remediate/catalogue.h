#pragma once

#include "core/remediate/runbook.h"

namespace lepto {

/// A runbook that an incident calls for, and why.
struct RunbookMatch {
    const Runbook *runbook = nullptr; ///< in the catalogue, until the next load
    QStringList reasons;
};

/// All runbooks: the shipped ones and those of a folder, where one of the same id takes the shipped one's place.
/// A broken file is one sentence in `problems` and hides no other. Not thread-safe.
class Catalogue {
public:
    /// `folder` may be missing. Reads *.yaml and *.yml, at most 1,000 files, no links out of the folder.
    void load(const QString &folder);
    bool add(Runbook runbook);        ///< false where the id is taken

    const std::vector<Runbook> &runbooks() const { return m_runbooks; } ///< by id
    const QStringList &problems() const { return m_problems; }
    const Runbook *find(const QString &id) const;
    /// No side effects; in catalogue order.
    std::vector<RunbookMatch> match(const Incident &incident) const;

private:
    void loadFolder(const QString &folder, bool replaces);

    std::vector<Runbook> m_runbooks;
    QStringList m_problems;
};

} // namespace lepto
