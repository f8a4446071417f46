// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QSize>
#include <QString>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace quantoscope::gui {

/// Decodes pictures small, in the background, when somebody first asks for them.
class ThumbnailLoader : public QObject
{
    Q_OBJECT

public:
    explicit ThumbnailLoader(QSize size, QObject* parent = nullptr);
    ~ThumbnailLoader() override;

    /// The thumbnail when it is there; else null, and `loaded` follows. A damaged file gives a grey
    /// square.
    [[nodiscard]] QImage thumbnail(const QString& file);
    /// Forgets what is waiting and what was decoded.
    void clear();

Q_SIGNALS:
    void loaded(const QString& file);

private:
    void store(const QString& file, const QImage& image);

    QSize m_size;
    QCache<QString, QImage> m_cache;
    QSet<QString> m_pending;
    std::shared_ptr<std::atomic_bool> m_stopped;
    QThreadPool m_pool;
};

/// Reads a picture upright and no larger than `bounds`; null when it cannot be read. Thread-safe.
[[nodiscard]] QImage readScaled(const QString& file, QSize bounds);

} // namespace quantoscope::gui
