// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/thumbnail_loader.h"

#include <QImageReader>
#include <QMetaObject>

namespace quantoscope::gui {

namespace {
constexpr qsizetype kCachedThumbnails = 2000;
}

QImage readScaled(const QString& file, QSize bounds)
{
    QImageReader reader(file);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize stored = reader.size();
    if (stored.isValid() &&
        (stored.width() > bounds.width() || stored.height() > bounds.height())) {
        const bool turned =
            reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
        reader.setScaledSize(
            stored.scaled(turned ? bounds.transposed() : bounds, Qt::KeepAspectRatio));
    }
    return reader.read();
}

ThumbnailLoader::ThumbnailLoader(QSize size, QObject* parent)
    : QObject(parent), m_size(size), m_cache(kCachedThumbnails),
      m_stopped(std::make_shared<std::atomic_bool>(false))
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
}

ThumbnailLoader::~ThumbnailLoader()
{
    *m_stopped = true;
    m_pool.clear();
    m_pool.waitForDone();
}

QImage ThumbnailLoader::thumbnail(const QString& file)
{
    if (const QImage* cached = m_cache.object(file)) {
        return *cached;
    }
    if (m_pending.contains(file)) {
        return {};
    }
    m_pending.insert(file);
    m_pool.start([this, file, size = m_size, stopped = m_stopped] {
        if (*stopped) {
            return;
        }
        QImage image = readScaled(file, size);
        if (image.isNull()) {
            image = QImage(size, QImage::Format_RGB32);
            image.fill(Qt::gray);
        }
        QMetaObject::invokeMethod(
            this,
            [this, file, image, stopped] {
                if (!*stopped) {
                    store(file, image);
                }
            },
            Qt::QueuedConnection);
    });
    return {};
}

void ThumbnailLoader::clear()
{
    *m_stopped = true;
    m_pool.clear();
    m_stopped = std::make_shared<std::atomic_bool>(false);
    m_pending.clear();
    m_cache.clear();
}

void ThumbnailLoader::store(const QString& file, const QImage& image)
{
    m_pending.remove(file);
    m_cache.insert(file, new QImage(image));
    Q_EMIT loaded(file);
}

} // namespace quantoscope::gui
