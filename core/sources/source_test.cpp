#include "core/sources/source_test.h"

namespace lepto {

QString testStepText(TestStep::Code code)
{
    constexpr const char *texts[] = { "address", "name", "connect", "tls", "access", "answer", "kind", "clock", "selection", "series", "alerts" };
    return QLatin1String(texts[int(code)]);
}

} // namespace lepto
