#pragma once

#include "ml/base/result.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace lepto {

/// Passwords and tokens by name; settings and logs only ever hold the name. One thread; answers come through its event loop
/// and are dropped when `context` has died.
class SecretStore : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    template <typename T>
    using Answer = std::function<void(Result<T>)>;

    /// Where secrets lie, for the settings page to say honestly.
    enum class Place {
        Unknown,    ///< nothing was asked yet
        Keychain,   ///< the desktop's keychain, protected by the log-in
        File        ///< an encrypted file whose key lies beside it: safe against a copied file, not against this user's account
    };
    virtual Place place() const = 0;

    /// Errors: NotFound, Damaged (vault does not decrypt), Unavailable.
    virtual void read(const QString &name, QObject *context, Answer<QString> answer) = 0;
    virtual void write(const QString &name, const QString &secret, QObject *context, Answer<void> answer) = 0;
    virtual void remove(const QString &name, QObject *context, Answer<void> answer) = 0; ///< absent is good
};

/// The keychain where one answers, else the file vault in `folder` (`Home::keys()`).
std::unique_ptr<SecretStore> openSecretStore(const QString &folder, QObject *parent = nullptr);

} // namespace lepto
