#pragma once

#include "core/remediate/remediation_service.h"
#include "core/remediate/run_names.h"
#include "core/remediate/runbook_parser.h"
#include "tests/incidents/ops_bench.h"

#include <QFile>

#include <cmath>
#include <map>

namespace lepto {

/// A service over a fresh database, with a tool that appends its second argument as a line to the file of its first.
struct RemediationBench : OpsBench {
    std::map<QString, double> metrics { { QStringLiteral("latency"), 0.1 } };
    Catalogue catalogue;
    std::unique_ptr<RemediationService> service;

    RemediationBench()
    {
        script("tool", "echo \"$2\" >> \"$1\"\n");
        restart();
    }

    void restart(const QList<QByteArray> &approvers = {})
    {
        service = std::make_unique<RemediationService>(RemediationParts { *db, audit, catalogue, clock, audit.key(),
            [this](const QString &expr, TimeMs) -> Result<double> {
                const auto it = metrics.find(expr);
                return it != metrics.end() ? it->second : std::nan("");
            },
            at("runs"), QStringLiteral("mara"), approvers });
    }

    QString at(const char *name) const { return dir.filePath(QLatin1String(name)); }
    QString script(const char *name, const QByteArray &text) const
    {
        QFile file(at(name));
        if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/bash\n" + text) < 0)
            qFatal("cannot write a script");
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }
    QStringList effects() const
    {
        QFile file(at("effects"));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                                              : QStringList();
    }

    /// A runbook "r" with these steps; TOOL and EFFECTS stand for the paths. `more` may add any other part.
    QByteArray yaml(const QByteArray &steps, const QByteArray &more = {}) const
    {
        QByteArray text = "apiVersion: leptoscope/v1\nkind: Runbook\n"
                          "metadata: {id: r, version: 1, title: Test, risk: low}\n"
                          "match:\n  any:\n    - {signal: \"latency.*\"}\n"
                          "target: checkout\nsteps:\n"
            + steps
            + "verify:\n  window: 300ms\n  interval: 50ms\n  must_recover:\n"
              "    - {expr: latency, success: \"< 0.5\", failure: \"> 5\", consecutive_success: 2}\n"
            + more;
        return text.replace("TOOL", at("tool").toUtf8())
            .replace("EFFECTS", at("effects").toUtf8())
            .replace("DIR", dir.path().toUtf8());
    }
    void use(const QByteArray &text)
    {
        catalogue = Catalogue();
        auto runbook = parseRunbook(text, QStringLiteral("r.yaml"));
        if (!runbook)
            qFatal("%s", runbook.error().text().c_str());
        catalogue.add(std::move(*runbook));
    }
    void use(const QByteArray &steps, const QByteArray &more) { use(yaml(steps, more)); }

    QString plan() const
    {
        const auto made = service->plan(QStringLiteral("r"), nullptr, {});
        if (!made)
            qFatal("%s", made.error().text().c_str());
        return made->plan.id;
    }
    Result<void> approve(const QString &id) const
    {
        return service->approve(id, service->find(id)->plan.hash, QStringLiteral("latency is up"));
    }
    /// Planned, approved and armed.
    QString ready()
    {
        const QString id = plan();
        const auto approved = approve(id), armed = service->arm(clock.now() + 3'600'000, QStringLiteral("test"));
        if (!approved || !armed)
            qFatal("cannot get ready");
        return id;
    }
    QString state(const QString &id) const { return nameOf(service->find(id)->state); }
    QString reason(const QString &id) const { return service->find(id)->reason; }
    bool over(const QString &id) const { return !isActive(service->find(id)->state) && !isPending(service->find(id)->state); }
};

/// One step that appends "a".
inline const QByteArray kStepA = "  - {id: a, argv: [TOOL, EFFECTS, a]}\n";

} // namespace lepto
