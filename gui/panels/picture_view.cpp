// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/picture_view.h"

#include "gui/jobs/error_text.h"
#include "gui/models/thumbnail_loader.h"

#include <QPainter>

namespace quantoscope::gui {

namespace {
constexpr QSize kLargestPicture(1600, 1600);
constexpr int kMargin = 8;
/// A tiny picture is enlarged with its pixels visible.
constexpr int kPixelArtSide = 128;
} // namespace

PictureView::PictureView(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Selected image"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void PictureView::setFile(const QString& file)
{
    if (file == m_file) {
        return;
    }
    m_file = file;
    m_job.abandon();
    if (file.isEmpty()) {
        m_image = {};
        m_problem.clear();
        update();
        return;
    }
    m_job.start(
        [file](const JobContext&, const JobPort&) -> Result<QImage> {
            QImage image = readScaled(file, kLargestPicture);
            if (image.isNull()) {
                return fail(ErrorCode::FileUnreadable, tr("the image cannot be read").toStdString(),
                            file.toStdString());
            }
            return image;
        },
        [this](const Result<QImage>& image) {
            m_image = image ? *image : QImage();
            m_problem = image ? QString() : errorText(image.error());
            update();
        });
}

void PictureView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRect area = rect().adjusted(kMargin, kMargin, -kMargin, -kMargin);
    if (m_image.isNull()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap,
                         m_problem.isEmpty() ? tr("No image selected") : m_problem);
        return;
    }
    const QSize size = m_image.size().scaled(area.size(), Qt::KeepAspectRatio);
    QRect target(QPoint(), size);
    target.moveCenter(area.center());
    const bool pixels = m_image.width() <= kPixelArtSide && m_image.height() <= kPixelArtSide;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !pixels);
    painter.drawImage(target, m_image);
}

} // namespace quantoscope::gui
