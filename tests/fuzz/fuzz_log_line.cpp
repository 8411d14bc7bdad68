#include "core/logs/journal_entry.h"
#include "core/logs/line_cutter.h"
#include "core/logs/line_parser.h"
#include "core/logs/loki_answer.h"
#include "core/logs/pattern_tree.h"
#include "tests/fuzz/fuzz_target.h"

using namespace lepto;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes = test::view(data, size);
    PatternTree patterns({ .maxPatterns = 20 });
    LineCutter cutter(4096);
    const auto take = [&patterns](std::string_view line, bool) { (void)patterns.add(parseLogLine(line, {}).message); };
    for (std::size_t at = 0; at < bytes.size(); at += 61)
        cutter.feed(bytes.substr(at, 61), take);
    cutter.finish(take);
    (void)parseJournalEntry(bytes);
    (void)parseLokiAnswer(QByteArray::fromRawData(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}
