#include "prometheus_blocks.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <map>

namespace lepto::bench {

namespace {

bool writeOpenMetrics(const Scrapes &scrapes, const QString &name)
{
    std::map<std::string, QByteArray> bySeries; // one family after the other, as the format demands
    for (const auto &scrape : scrapes)
        for (const LabelledSample &sample : scrape) {
            const std::string text = sample.labels.text();
            bySeries[text] += QByteArray::fromStdString(text) + ' ' + QByteArray::number(sample.sample.v, 'g', 17) + ' '
                + QByteArray::number(double(sample.sample.t) / 1000, 'f', 3) + '\n';
        }
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    for (const auto &[series, lines] : bySeries)
        file.write(lines);
    return file.write("# EOF\n") > 0;
}

} // namespace

BlockSize prometheusBlocks(const Scrapes &scrapes)
{
    const QTemporaryDir dir;
    const QString input = dir.filePath(QStringLiteral("input.txt")), blocks = dir.filePath(QStringLiteral("blocks"));
    BlockSize size;
    QProcess promtool;
    promtool.setStandardOutputFile(QProcess::nullDevice());
    if (!writeOpenMetrics(scrapes, input))
        return size;
    promtool.start(QStringLiteral("promtool"),
        { QStringLiteral("tsdb"), QStringLiteral("create-blocks-from"), QStringLiteral("openmetrics"), input, blocks });
    if (!promtool.waitForFinished(300'000) || promtool.exitCode() != 0)
        return size;
    for (QDirIterator files(blocks, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        const QFileInfo file(files.next());
        (file.fileName() == QStringLiteral("index") ? size.index : size.chunks) += file.size();
    }
    return size;
}

} // namespace lepto::bench
