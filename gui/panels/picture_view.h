// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/jobs/job.h"

#include <QImage>
#include <QWidget>

namespace quantoscope::gui {

/// One picture as large as there is room, decoded in the background.
class PictureView : public QWidget
{
    Q_OBJECT

public:
    explicit PictureView(QWidget* parent = nullptr);
    void setFile(const QString& file); ///< empty: none

    [[nodiscard]] QSize sizeHint() const override { return {240, 240}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, 80}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_file;
    QImage m_image;
    QString m_problem;
    Job<QImage> m_job;
};

} // namespace quantoscope::gui
