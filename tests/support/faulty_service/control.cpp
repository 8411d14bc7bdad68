#include "tests/support/faulty_service/control.h"

#include <QTcpSocket>

namespace lepto::demo {

std::optional<int> workersOf(quint16 port, std::optional<int> wanted, QString *error)
{
    constexpr int timeoutMs = 5000;
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    const QByteArray body = wanted ? QByteArray::number(*wanted) : QByteArray();
    socket.write(QByteArray(wanted ? "POST" : "GET")
        + " /workers HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    while (socket.state() != QAbstractSocket::UnconnectedState && socket.waitForReadyRead(timeoutMs)) { }
    const QByteArray answer = socket.readAll();
    const QByteArray text = answer.mid(answer.indexOf("\r\n\r\n") + 4).trimmed();
    if (answer.startsWith("HTTP/1.1 200 "))
        return text.toInt();
    *error = answer.isEmpty() ? socket.errorString() : QString::fromUtf8(text);
    return std::nullopt;
}

} // namespace lepto::demo
