#include "app/cli/secrets.h"

#include "core/settings/secret_store.h"

#include <QEventLoop>

#include <optional>

namespace lepto::cli {

Result<QString> readSecret(const Home &home, const QString &name)
{
    const auto store = openSecretStore(home.keys());
    std::optional<Result<QString>> got;
    QEventLoop loop;
    store->read(name, &loop, [&](Result<QString> answer) {
        got = std::move(answer);
        loop.quit();
    });
    if (!got)
        loop.exec();
    return *got;
}

Result<void> writeSecret(const Home &home, const QString &name, const QString &secret)
{
    const auto store = openSecretStore(home.keys());
    std::optional<Result<void>> got;
    QEventLoop loop;
    store->write(name, secret, &loop, [&](Result<void> answer) {
        got = std::move(answer);
        loop.quit();
    });
    if (!got)
        loop.exec();
    return *got;
}

} // namespace lepto::cli
