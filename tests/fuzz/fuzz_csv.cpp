#include "core/files/csv_layout.h"
#include "core/files/csv_reader.h"
#include "core/files/sample_collector.h"
#include "tests/fuzz/fuzz_target.h"

#include <QBuffer>

using namespace lepto;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = test::view(data, size);
    (void)previewCsv(text, true, {}, QStringLiteral("fuzz.csv"), 5);
    const auto layout = guessCsvLayout(text, true, {}, QStringLiteral("fuzz.csv"));
    if (!layout)
        return 0;
    QByteArray bytes(text.data(), qsizetype(text.size()));
    QBuffer in(&bytes);
    in.open(QIODevice::ReadOnly);
    SampleCollector collector;
    (void)CsvReader(*layout, collector).readAll(in, [](qint64) { return true; });
    return 0;
}
